import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../src/scenario/json.ts";

/** What the engine itself makes of a text; only its verdict and value are compared, since its messages differ. */
function native(text: string): { ok: boolean; value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

test("JSON is read as JavaScript reads it", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      fc.pre(!/__proto__|"constructor"|"prototype"/.test(text));
      const value = JSON.parse(text, (_, inner: unknown) => (inner === 0 ? 0 : inner)) as unknown;
      expect(readJson(text)).toEqual({ ok: true, value });
    }),
  );
});

test("a text with one character put in, taken out or changed is refused exactly when JavaScript refuses it", () => {
  const sound = '{"a": [1, -2.5e+3, 0, true, null, "x\\u0041\\n"], "b": {"c": "d"}}';
  const characters = fc.constantFrom(...Array.from("{}[]:,\"\\/ \t\n0123456789.eE+-truefalsn\u0000\u00a0\u2028'"));
  const mutated = fc.tuple(fc.nat(sound.length), fc.nat(1), characters, fc.boolean());
  fc.assert(
    fc.property(mutated, ([at, taken, put, also]) => {
      const text = sound.slice(0, at) + (also ? put : "") + sound.slice(at + taken);
      const read = readJson(text);
      const twice = !read.ok && read.problems.some((problem) => problem.expected.startsWith("each name once"));
      expect(read.ok || twice).toBe(native(text).ok);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['{"a": 1,\r\n "a": 2}', "line 2, column 2"],
  ['{\n  "a": tru\n}', "line 2, column 8"],
  ["[1, 2", "line 1, column 6"],
  ['{"a": "\u0001"}', "line 1, column 7"],
])("%j is refused at %s", (text, at) => {
  const read = readJson(text);
  expect(!read.ok && read.problems.map((problem) => problem.at)).toEqual([at]);
});

test("a byte order mark is passed over, and line ends of all systems count", () => {
  expect(readJson('\uFEFF{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
});

test("texts that are too long or too deep are refused before they are read", () => {
  expect(readJson(" ".repeat(16 * 1024 * 1024 + 1)).ok).toBe(false);
  expect(readJson("[".repeat(1_000_000)).ok).toBe(false);
  expect(readJson("[".repeat(100) + "]".repeat(100)).ok).toBe(true);
  expect(readJson("[".repeat(101) + "]".repeat(101)).ok).toBe(false);
  expect(readJson(JSON.stringify("[".repeat(1000))).ok).toBe(true);
});

test("names that are special to JavaScript are refused wherever they stand", () => {
  for (const name of ["__proto__", "constructor", "prototype"]) {
    expect(readJson(`{"a": [{"${name}": {"polluted": 1}}]}`).ok).toBe(false);
    expect(readJson(`"${name}"`).ok).toBe(true);
  }
  expect(readJson('{"__pr\\u006fto__": 1}').ok).toBe(false);
});
