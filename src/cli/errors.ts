/** What can go wrong outside the program, in words. */

/** Something is wrong with what we were given; the message is all that the user needs to see. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "InputError";
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than is allowed",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links go round in a circle",
  EMFILE: "too many files are open",
  EIO: "the disk does not answer",
};

/** Why something failed, without a stack trace. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined && code in reasons) return reasons[code]!;
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
