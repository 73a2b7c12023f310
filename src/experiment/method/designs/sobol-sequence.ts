/**
 * Sobol' sequence: points that fill the unit cube more evenly than chance (Sobol' 1967, USSR Comput Math Math Phys
 * 7(4):86-112), in the order of Gray code (Antonov and Saleev 1979, ibid. 19(1):252-256). Best in powers of two.
 */
import { powerOfTwo } from "../../../engine/maths/power-of-two.ts";
import { Streams } from "../../../engine/streams.ts";
import { mostSobolDimensions, sobolBits, sobolDirections } from "./sobol-directions.ts";

/**
 * The first points, each coordinate from 0 up to and without 1. With a seed the points are scrambled as Owen 1995 does
 * (Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, 299-317): every digit is turned over or not at
 * random, by the digits before it. That keeps the points as even as they were, makes each uniform, and takes the first
 * away from the corner. Turning the same digits over in all points would be simpler, and too weak: over 100 seeds, an
 * index of Sobol' g from 256 rows then came out wrong by the same amount every time.
 */
export function sobolSequence(points: number, dimensions: number, seed?: string): number[][] {
  if (!(dimensions <= mostSobolDimensions)) {
    throw new RangeError(`a Sobol' sequence has at most ${mostSobolDimensions} dimensions here, got ${dimensions}`);
  }
  const directions = Array.from({ length: dimensions }, (_, dimension) => sobolDirections(dimension));
  const scramble = seed === undefined ? (digits: number) => digits : scrambling(seed);
  const now = new Uint32Array(dimensions);
  const found: number[][] = [];
  for (let point = 0; point < points; point++) {
    if (point > 0) {
      const changed = 31 - Math.clz32(point & -point); // the one digit in which Gray codes of neighbours differ
      for (let i = 0; i < dimensions; i++) now[i]! ^= directions[i]![changed]!;
    }
    found.push(Array.from(now, (digits, dimension) => (scramble(digits, dimension) >>> 0) / powerOfTwo(sobolBits)));
  }
  return found;
}

/** For 32 binary digits of a coordinate, the scrambled ones. */
function scrambling(seed: string): (digits: number, dimension: number) => number {
  const streams = new Streams(seed, 0);
  const source = streams.source("sobol sequence");
  const turn = streams.question("turn the digit over");
  return (digits, dimension) => {
    let scrambled = 0;
    for (let place = 0; place < sobolBits; place++) {
      const before = place === 0 ? 0 : digits >>> (sobolBits - place);
      const digit = (digits >>> (sobolBits - 1 - place)) & 1;
      const turned = streams.draw(source, before, turn, dimension * sobolBits + place) < 0.5 ? digit : 1 - digit;
      scrambled = (scrambled << 1) | turned;
    }
    return scrambled;
  };
}
