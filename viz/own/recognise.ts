/** What a file of the reader's is likely to be, by its name and its first line. The reader has the last word. */
import { readCsv } from "../../src/index.ts";

export const kinds = {
  scenario: "a scenario of caregap",
  "pathsimr network": "the network of PathSimR",
  "pathsimr calendar": "the calendar of PathSimR",
  "renege network": "the network of simulation-dts-renege",
  "renege arrivals": "the arrivals of simulation-dts-renege",
  "renege flow": "a later flow of simulation-dts-renege",
  practices: "a list of practices",
  ages: "ages of those on a waiting list",
  table: "a table that a scenario names",
} as const;
export type Kind = keyof typeof kinds;

export function recognise(name: string, text: string): Kind {
  if (/\.json$/i.test(name) || /^\s*[{[]/.test(text)) return "scenario";
  const read = readCsv(text, name);
  if (!read.ok) return "table";
  const heads = read.csv.header.map((head) => head.trim().toLowerCase());
  const has = (...wanted: readonly string[]): boolean => wanted.every((one) => heads.includes(one));
  if (has("metric", "node", "start", "end", "value")) return "pathsimr calendar";
  if (has("serv_dist", "ext_queue")) return "pathsimr network";
  if (has("wt_fn", "srv.dist")) return "renege network";
  if (has("period", "node", "srv.dist")) return "renege arrivals";
  if (heads.some((head) => /list|patients|registered/.test(head))) return "practices";
  if (heads.some((head) => /wait|weeks|days|referr/.test(head))) return "ages";
  return heads[0] === "" ? "renege flow" : "table";
}
