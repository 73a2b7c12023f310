/** Colours that stand beside each other on a chart are told apart by everybody: in three kinds of colour blindness, and in grey. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Rgb = readonly [number, number, number];

const source = readFileSync("viz/style/colours.scss", "utf8");
/** The light colours come first, then the dark ones. */
const schemes = { light: 0, dark: 1 } as const;

function colour(name: string, scheme: keyof typeof schemes): Rgb {
  const found = [...source.matchAll(new RegExp(`--${name}: #([0-9a-f]{6});`, "g"))][schemes[scheme]]?.[1];
  if (found === undefined) throw new Error(`no colour ${name} in ${scheme}`);
  return [0, 2, 4].map((at) => linear(parseInt(found.slice(at, at + 2), 16) / 255)) as unknown as Rgb;
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** What a dichromat sees of linear red, green and blue: Viénot, Brettel and Mollon 1999; tritanopia after Machado et al. 2009. */
const eyes: Readonly<Record<string, readonly Rgb[]>> = {
  "all three cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seenBy = (matrix: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  matrix.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Rgb;

/** CIE L*a*b* under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: Rgb, b: Rgb): number => Math.hypot(...lab(a).map((value, at) => value - lab(b)[at]!));

/** Those that meet on the map of differences, where vermilion is kept for the gap. */
const pairs = [
  ["fewer", "gap"],
  ["more", "gap"],
  ["more", "fewer"],
  ["fewer", "unchanged"],
  ["more", "unchanged"],
] as const;
/** Distance in L*a*b*: about 2 can just be seen side by side, 20 at a glance. */
const clear = 20;

describe.each(Object.keys(schemes) as (keyof typeof schemes)[])("%s", (scheme) => {
  test.each(Object.keys(eyes))("with %s", (eye) => {
    for (const [a, b] of pairs) {
      const distance = apart(seenBy(eyes[eye]!, colour(a, scheme)), seenBy(eyes[eye]!, colour(b, scheme)));
      expect(distance, `${a} beside ${b}`).toBeGreaterThan(clear);
    }
  });
});

test("the gap stands out more than anything else that differs: no other colour of change is as vivid", () => {
  for (const scheme of ["light", "dark"] as const) {
    const vivid = (name: string): number => Math.hypot(...lab(colour(name, scheme)).slice(1));
    for (const name of ["more", "fewer"]) expect(vivid(name), name).toBeLessThan(vivid("gap"));
  }
});
