/**
 * Random numbers by name. Every draw belongs to (seed, replication, source, person, question, how often asked) and to
 * nothing else: adding a node, a question or a person moves nobody else's luck, and the same person has the same luck
 * in every scenario (common random numbers).
 *
 * seedrandom turns the seed that a user types into the root key. From there draws are counter-based: the three numbers
 * (person, question, occurrence), each combined with a word of the source's key, go through pcg3d (Jarzynski and Olano
 * 2020, J Comput Graph Tech 9(3)) and then, since pcg3d alone fails some statistical tests, through the lowbias32
 * finaliser (C. Wellons, "Prospecting for hash functions", 2018). Integer arithmetic only: the same in every browser.
 */
import seedrandom from "seedrandom";

/** lowbias32: every bit of the result depends on every bit of `x`. */
function finalise(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** A 32-bit number for a name: FNV-1a over its UTF-16 code units, finalised. */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return finalise(hash);
}

export class Streams {
  readonly #root: readonly [number, number, number];
  readonly #replication: number;
  readonly #questions = new Map<number, string>();
  /** Three words of key for each source. */
  #keys = new Int32Array(0);

  /** @param replication a whole number, 0 or more */
  constructor(seed: string, replication: number) {
    const root = seedrandom(seed);
    this.#root = [root.int32(), root.int32(), root.int32()];
    this.#replication = replication;
  }

  /** A number for a source of people, to draw with. The name, not the order of asking, decides its luck. */
  source(name: string): number {
    const [a, b, c] = this.#root;
    const hash = hashName(name);
    const word = (which: number): number => finalise(finalise(finalise(a ^ hash) + b + which) ^ this.#replication) + c;
    const source = this.#keys.length / 3;
    this.#keys = Int32Array.of(...this.#keys, word(1), word(2), word(3));
    return source;
  }

  /** A number for a question, such as "service at triage", to draw with. RangeError if two names share a number. */
  question(name: string): number {
    const hash = hashName(name);
    const other = this.#questions.get(hash);
    if (other !== undefined && other !== name) {
      throw new RangeError(`"${name}" and "${other}" hash to the same number: rename a node`);
    }
    this.#questions.set(hash, name);
    return hash;
  }

  /**
   * A uniform number, above 0 and below 1, in steps of 2^-52 and symmetric about a half.
   * @param person number of the person within the source
   * @param occurrence how often this person has been asked this question before
   */
  draw(source: number, person: number, question: number, occurrence: number): number {
    const keys = this.#keys;
    let x = (Math.imul(person ^ keys[3 * source]!, 1664525) + 1013904223) | 0;
    let y = (Math.imul(question ^ keys[3 * source + 1]!, 1664525) + 1013904223) | 0;
    let z = (Math.imul(occurrence ^ keys[3 * source + 2]!, 1664525) + 1013904223) | 0;
    x = (x + Math.imul(y, z)) | 0;
    y = (y + Math.imul(z, x)) | 0;
    z = (z + Math.imul(x, y)) | 0;
    x ^= x >>> 16;
    y ^= y >>> 16;
    z ^= z >>> 16;
    x = (x + Math.imul(y, z)) | 0;
    y = (y + Math.imul(z, x)) | 0;
    return ((finalise(x) >>> 0) * 0x100000 + (finalise(y) >>> 12) + 0.5) / 0x10000000000000;
  }
}
