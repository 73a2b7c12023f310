/**
 * The whole study as a short text for an address: JSON, compressed by the browser (gzip, which also carries a checksum),
 * in letters that an address may hold, after the number of the format. Nothing is sent anywhere.
 */
import type { StudyState } from "../state/state.ts";
import { type Checked, checkState, tooNew } from "./check.ts";

const linkFormat = 1;
/** Longest text that is unpacked: no study is so large, and a small text can be made that would fill the machine. */
const mostBytes = 30_000_000;
/** Longer addresses are cut by some programs for mail and chat. */
export const safeLength = 8_000;

/** `1.H4sIA…` */
export async function toLink(state: StudyState): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const packed = await collect(through(bytes, new CompressionStream("gzip")), Infinity);
  return `${linkFormat}.${toText(packed)}`;
}

export async function fromLink(text: string): Promise<Checked> {
  const found = /^(\d{1,6})\.([\w-]+)$/.exec(text.trim());
  if (found === null) return broken;
  const [, format, packed] = found;
  if (Number(format) > linkFormat) return { ok: false, message: tooNew };
  if (Number(format) < 1) return broken;
  try {
    const bytes = await collect(through(toBytes(packed!), new DecompressionStream("gzip")), mostBytes);
    return checkState(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    return error instanceof TooLarge ? { ok: false, message: error.message } : broken;
  }
}

const broken: Checked = {
  ok: false,
  message: "This link is not whole: some programs cut long links. Ask for it again, or for the study as a file.",
};

class TooLarge extends Error {
  constructor() {
    super("This link unpacks to more than any study holds, so it was not opened.");
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(stream);
}

async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new TooLarge();
    }
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Base64 with - and _, without padding (RFC 4648, section 5). */
function toText(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
