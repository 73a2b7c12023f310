/** Codes of a class: what goes in comes out, and nonsense does not. */
import { assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { collect, decodeFound, encodeFound } from "../../viz/learn/class-code.ts";

const lesson = "two-thresholds";
const figure = double({ min: -1e6, max: 1e6, noNaN: true });

test("any pair of figures comes back, to four figures", () => {
  assert(
    property(figure, figure, (predicted, found) => {
      const code = encodeFound(lesson, { predicted, found });
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
      const decoded = decodeFound(lesson, code);
      if (!decoded.ok) throw new Error(decoded.message);
      const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2e-5 * Math.abs(b) + 1e-38;
      expect(near(decoded.predicted, predicted) && near(decoded.found, found)).toBe(true);
    }),
  );
});

test("a code may be typed in small letters, without dashes, with O for 0 and L for 1", () => {
  const code = encodeFound(lesson, { predicted: 12, found: 34.5 });
  const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}`;
  expect(decodeFound(lesson, typed)).toEqual({ ok: true, predicted: 12, found: 34.5 });
});

test("one wrong letter, or two that changed places, is seen in nearly every code", () => {
  const code = encodeFound(lesson, { predicted: 12, found: 34.5 }).replaceAll("-", "");
  let wrong = 0;
  let taken = 0;
  for (let at = 0; at < code.length; at++) {
    for (const letter of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
      if (letter === code[at]) continue;
      wrong++;
      if (decodeFound(lesson, code.slice(0, at) + letter + code.slice(at + 1)).ok) taken++;
    }
    if (at === 0 || code[at] === code[at - 1]) continue;
    wrong++;
    if (decodeFound(lesson, code.slice(0, at - 1) + code[at] + code[at - 1] + code.slice(at + 1)).ok) taken++;
  }
  // A check of 12 bits lets 1 in 4,096 pass by chance.
  expect(wrong).toBeGreaterThan(400);
  expect(taken).toBeLessThanOrEqual(2);
});

test("thirty codes of a class, with doubles, slips and codes of another lesson among them", () => {
  const student = (i: number) => ({ predicted: i - 10, found: 12 + i / 4 });
  const codes = Array.from({ length: 24 }, (_, i) => encodeFound(lesson, student(i)));
  const other = encodeFound("one-run", student(3));
  const slip = codes[5]!.slice(0, -1) + (codes[5]!.endsWith("0") ? "1" : "0");
  const pasted = [
    ...codes,
    codes[2]!,
    codes[9]!.toLowerCase().replaceAll("-", ""),
    other,
    slip,
    "",
    "Is this it?",
    "   ",
  ];
  const { found, doubles, refused } = collect(lesson, pasted.join("\n"));
  expect(found).toEqual(codes.map((_, i) => student(i)));
  expect(doubles).toEqual([codes[2], codes[9]!.toLowerCase().replaceAll("-", "")]);
  expect(refused).toEqual([
    { code: other, message: "This code is of another lesson." },
    { code: slip, message: "A letter or digit is wrong somewhere: look again." },
    { code: "Is this it?", message: "A code has 14 letters and digits; this has 9." },
  ]);
  expect(collect(lesson, pasted.join("; "))).toEqual({ found, doubles, refused });
  expect(collect(lesson, "")).toEqual({ found: [], doubles: [], refused: [] });
});

describe("nonsense is refused, and it says why", () => {
  test.each([
    ["", "A code has 14 letters and digits; this has 0."],
    ["hello", "A code has 14 letters and digits; this has 5."],
    ["UUUU-UUUU-UUUU-UU", "“U” is not in any code."],
    ["<img src=x onerror=alert(1)>", "A code has 14 letters and digits; this has 26."],
    ["0000-0000-0000-00", "A letter or digit is wrong somewhere: look again."],
  ])("%j", (text, message) => {
    expect(decodeFound(lesson, text)).toEqual({ ok: false, message });
  });

  test("a code of another lesson", () => {
    const code = encodeFound("one-run", { predicted: 1, found: 2 });
    expect(decodeFound(lesson, code)).toEqual({ ok: false, message: "This code is of another lesson." });
  });

  test("a code of figures that are none", () => {
    const code = encodeFound(lesson, { predicted: NaN, found: Infinity });
    expect(decodeFound(lesson, code)).toEqual({ ok: false, message: "This code holds no figures." });
  });
});
