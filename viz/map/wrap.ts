/** Text in lines, without asking a document how wide letters are. */

/** Distance between lines of 16 px type. */
export const lineHeight = 20;
/** Width of a bold letter of 16 px; more than Arial needs, so that lines also fit in a wider type. */
const letter = 9.8;
const most = 3;

/** `text` in at most three lines of `width` pixels; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(4, Math.floor(width / letter));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((whole) => pieces(whole, room))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, room - 1)}…`];
}

/** A word longer than a line is broken. */
function pieces(word: string, room: number): string[] {
  return word.length <= room ? [word] : [word.slice(0, room), ...pieces(word.slice(room), room)];
}
