/**
 * Direction numbers of Sobol' sequences: a table of constants published by Joe and Kuo 2008, SIAM J Sci Comput
 * 30:2635-2654 (their file new-joe-kuo-6.21201, criterion D(6)).
 *
 * A row is a dimension, from the second on (the first needs none): the coefficients of a primitive polynomial
 * x^s + a_1 x^(s-1) + … + a_(s-1) x + 1, read as the binary number `a`, and the first s direction integers m.
 */
import { powerOfTwo } from "../../../engine/maths/power-of-two.ts";

const table: readonly (readonly [a: number, m: readonly number[]])[] = [
  [0, [1]],
  [1, [1, 3]],
  [1, [1, 3, 1]],
  [2, [1, 1, 1]],
  [1, [1, 1, 3, 3]],
  [4, [1, 3, 5, 13]],
  [2, [1, 1, 5, 5, 17]],
  [4, [1, 1, 5, 5, 5]],
  [7, [1, 1, 7, 11, 19]],
  [11, [1, 1, 5, 1, 1]],
  [13, [1, 1, 1, 3, 11]],
  [14, [1, 3, 5, 5, 31]],
  [1, [1, 3, 3, 9, 7, 49]],
  [13, [1, 1, 1, 15, 21, 21]],
  [16, [1, 3, 1, 13, 27, 49]],
  [19, [1, 1, 1, 15, 7, 5]],
  [22, [1, 3, 1, 15, 13, 25]],
  [25, [1, 1, 5, 5, 19, 61]],
  [1, [1, 3, 7, 11, 23, 15, 103]],
  [4, [1, 3, 7, 13, 13, 15, 69]],
  [7, [1, 1, 3, 13, 7, 35, 63]],
  [8, [1, 3, 5, 9, 1, 25, 53]],
  [14, [1, 3, 1, 13, 9, 35, 107]],
  [19, [1, 3, 1, 5, 27, 61, 31]],
  [21, [1, 1, 5, 11, 19, 41, 61]],
  [28, [1, 3, 5, 3, 3, 13, 69]],
  [31, [1, 1, 7, 13, 1, 19, 1]],
  [32, [1, 3, 7, 5, 13, 19, 59]],
  [37, [1, 1, 3, 9, 25, 29, 41]],
  [41, [1, 3, 5, 13, 23, 1, 55]],
  [42, [1, 3, 7, 3, 13, 59, 17]],
  [50, [1, 3, 1, 3, 5, 53, 69]],
  [55, [1, 1, 5, 5, 23, 33, 13]],
  [56, [1, 1, 7, 7, 1, 61, 123]],
  [59, [1, 1, 7, 9, 13, 61, 49]],
  [62, [1, 3, 3, 5, 3, 55, 33]],
  [14, [1, 3, 1, 15, 31, 13, 49, 245]],
  [21, [1, 3, 5, 15, 31, 59, 63, 97]],
  [22, [1, 3, 1, 11, 11, 11, 77, 249]],
];

/** Bits of a coordinate. */
export const sobolBits = 32;
export const mostSobolDimensions = table.length + 1;

/**
 * The direction numbers of a dimension (from 0), as unsigned integers of 32 bits: v_k = m_k 2^(32 - k), and
 * m_k = 2 a_1 m_(k-1) xor 4 a_2 m_(k-2) xor … xor 2^s m_(k-s) xor m_(k-s) (Bratley and Fox 1988, ACM TOMS 14:88-100).
 */
export function sobolDirections(dimension: number): Uint32Array {
  const row = table[dimension - 1];
  if (row === undefined) return Uint32Array.from({ length: sobolBits }, (_, k) => powerOfTwo(sobolBits - 1 - k));
  const [a, m] = row;
  const degree = m.length;
  const directions = Uint32Array.from(m, (integer, k) => integer * powerOfTwo(sobolBits - 1 - k));
  const all = new Uint32Array(sobolBits);
  all.set(directions);
  for (let k = degree; k < sobolBits; k++) {
    let direction = all[k - degree]! ^ (all[k - degree]! >>> degree);
    for (let i = 1; i < degree; i++) if ((a >>> (degree - 1 - i)) & 1) direction ^= all[k - i]!;
    all[k] = direction;
  }
  return all;
}
