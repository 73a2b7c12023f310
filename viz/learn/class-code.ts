/**
 * What one student found, as a code short enough to read aloud: which lesson, what was predicted, what came out, and a
 * check. 70 bits in Crockford's base 32 (no I, L, O or U): `7K3D-9QF2-X1AB-0C`. No server: the teacher pastes the codes.
 */

export interface Found {
  /** The student's prediction, and the figure that their own seed gave. */
  readonly predicted: number;
  readonly found: number;
}

export type Decoded = ({ readonly ok: true } & Found) | { readonly ok: false; readonly message: string };

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 14;
const lessonBits = 10n;
const checkBits = 12n;
const numberBits = 24n;

/** @param lesson its id: the name of its file */
export function encodeFound(lesson: string, { predicted, found }: Found): string {
  const payload = join([
    [bitsOf(lesson, lessonBits), lessonBits],
    [shortOf(predicted), numberBits],
    [shortOf(found), numberBits],
  ]);
  let code = (payload << checkBits) | checkOf(payload);
  let text = "";
  for (let i = 0; i < length; i++) {
    text = digits[Number(code & 31n)]! + text;
    code >>= 5n;
  }
  return text.replace(/(.{4})(?=.)/g, "$1-");
}

/** Takes a code as people type it: in small letters, with or without dashes and spaces, O for 0, and I or L for 1. */
export function decodeFound(lesson: string, text: string): Decoded {
  const typed = asTyped(text);
  if (typed.length !== length) return refuse(`A code has ${length} letters and digits; this has ${typed.length}.`);
  let code = 0n;
  for (const letter of typed) {
    const digit = digits.indexOf(letter);
    if (digit < 0) return refuse(`“${letter}” is not in any code.`);
    code = (code << 5n) | BigInt(digit);
  }
  const payload = code >> checkBits;
  if (checkOf(payload) !== low(code, checkBits)) return refuse("A letter or digit is wrong somewhere: look again.");
  if (payload >> (2n * numberBits) !== bitsOf(lesson, lessonBits)) return refuse("This code is of another lesson.");
  const [predicted, found] = [fromShort(payload >> numberBits), fromShort(payload)];
  if (!Number.isFinite(predicted) || !Number.isFinite(found)) return refuse("This code holds no figures.");
  return { ok: true, predicted, found };
}

export interface Collected {
  readonly found: readonly Found[];
  /** Codes that stand there more than once; each counts once. */
  readonly doubles: readonly string[];
  readonly refused: readonly { readonly code: string; readonly message: string }[];
}

/** What a class's codes add up to, pasted with one on a line, or parted by commas or semicolons. */
export function collect(lesson: string, text: string): Collected {
  const found: Found[] = [];
  const doubles = new Set<string>();
  const refused: { code: string; message: string }[] = [];
  const seen = new Set<string>();
  for (const code of text.split(/[\n,;]+/).map((line) => line.trim())) {
    if (code === "") continue;
    const decoded = decodeFound(lesson, code);
    const plain = asTyped(code);
    if (!decoded.ok) refused.push({ code, message: decoded.message });
    else if (seen.has(plain)) doubles.add(code);
    else found.push({ predicted: decoded.predicted, found: decoded.found });
    seen.add(plain);
  }
  return { found, doubles: [...doubles], refused };
}

const asTyped = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
const refuse = (message: string): Decoded => ({ ok: false, message });
const low = (value: bigint, bits: bigint): bigint => value & ((1n << bits) - 1n);
const join = (parts: readonly (readonly [bigint, bigint])[]): bigint =>
  parts.reduce((all, [value, bits]) => (all << bits) | value, 0n);

/** The nearest number with 15 bits after the point, about four and a half figures: the upper bits of a single float. */
function shortOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  // Half of what is cut off is added, so that it is rounded.
  return BigInt(Math.min(0xffffff, (view.getUint32(0) + 0x80) >>> 8));
}

function fromShort(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, Number(low(bits, numberBits)) * 0x100);
  return view.getFloat32(0);
}

const checkOf = (payload: bigint): bigint => bitsOf(payload.toString(32), checkBits);

/** FNV-1a over a text, folded to some bits. */
function bitsOf(text: string, bits: bigint): bigint {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return low(BigInt(hash) ^ (BigInt(hash) >> bits), bits);
}
