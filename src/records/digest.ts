/** A fingerprint of a log: the same wherever and however the run was made, and another as soon as one bit differs. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Days } from "../engine/time.ts";
import type { Block, Reader } from "./log.ts";

/** The columns that are hashed, in this order. Slots are left out: they are the run's bookkeeping, not its history. */
const columns = ["at", "kind", "person", "place", "group", "detail"] as const;

/**
 * SHA-256 of the SHA-256 of each column. A column is hashed as its numbers in little-endian bytes, one after another,
 * so that the size of the blocks does not matter.
 */
export class DigestReader implements Reader {
  readonly #hashes = columns.map(() => sha256.create());
  #hex: string | undefined;

  read(block: Block): void {
    columns.forEach((column, i) => this.#hashes[i]!.update(littleEndian(block[column].subarray(0, block.rows))));
  }

  end(_horizon: Days): void {
    const whole = sha256.create();
    for (const hash of this.#hashes) whole.update(hash.digest());
    this.#hex = bytesToHex(whole.digest());
  }

  /** 64 hexadecimal digits, once the run is over. */
  get hex(): string {
    if (this.#hex === undefined) throw new Error("the digest is known when the run is over");
    return this.#hex;
  }
}

const littleEndianHere = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function littleEndian({
  buffer,
  byteOffset,
  byteLength,
  BYTES_PER_ELEMENT: size,
}: Block[(typeof columns)[number]]): Uint8Array {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return littleEndianHere ? bytes : bytes.map((_, i) => bytes[i - (i % size) + size - 1 - (i % size)]!);
}
