/**
 * Exact powers of two, and the exponent of a number.
 *
 * Multiplying by a table of powers is several times faster than writing an exponent through two 32-bit
 * stores, and just as exact. Reading the high word through a shared buffer is cheap.
 */
const SMALLEST_EXPONENT = -1074;

const powers = new Float64Array(1023 - SMALLEST_EXPONENT + 1);
for (let at = 0, power = Number.MIN_VALUE; at < powers.length; at++, power *= 2) powers[at] = power;

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
scratch[0] = 1;
/** Which of the two words holds sign and exponent depends on the machine's order of bytes. */
const HIGH = words[1] === 0 ? 0 : 1;

/** 2^k, exactly. Domain: whole k from -1074 to 1023; anything else gives NaN in what is computed from it. */
export function powerOfTwo(k: number): number {
  return powers[k - SMALLEST_EXPONENT]!;
}

/** The whole k with 2^k <= x < 2^(k + 1). Domain: normal numbers above 0 only (not 0, subnormal, infinite, NaN). */
export function exponentOf(x: number): number {
  scratch[0] = x;
  return (words[HIGH]! >>> 20) - 1023;
}
