/** Files of other tools that were set down together, as one scenario file. */
import { type Imported, importPathSimR, importRenege, type NamedText, type Problem } from "../../src/index.ts";
import type { Kind } from "./recognise.ts";

export interface SetDown {
  readonly name: string;
  readonly text: string;
  readonly kind: Kind;
}

export interface ImportOptions {
  /** The unit of the files of PathSimR, which they do not say. */
  readonly timeUnit: "hours" | "days";
  /** First day of the later flow of simulation-dts-renege, as that tool counts: from 1. */
  readonly flowFromDay: number | undefined;
}

/** The tool whose network is among the files; `undefined`: none. */
export function toolIn(files: readonly SetDown[]): "pathsimr" | "renege" | undefined {
  if (files.some(({ kind }) => kind === "pathsimr network" || kind === "pathsimr calendar")) return "pathsimr";
  return files.some(({ kind }) => kind.startsWith("renege")) ? "renege" : undefined;
}

export function importAll(files: readonly SetDown[], { timeUnit, flowFromDay }: ImportOptions): Imported {
  const find = (kind: Kind): NamedText | undefined => files.find((file) => file.kind === kind);
  if (toolIn(files) === "pathsimr") {
    const [network, calendar] = [find("pathsimr network"), find("pathsimr calendar")];
    if (network === undefined || calendar === undefined) return missing(network === undefined ? "network" : "calendar");
    return importPathSimR({ network, calendar }, { timeUnit });
  }
  const network = find("renege network");
  if (network === undefined) return missing("network");
  return importRenege({ network, arrivals: find("renege arrivals"), flow: find("renege flow") }, { flowFromDay });
}

function missing(what: string): Imported {
  const problem: Problem = {
    at: "the files",
    expected: `the ${what} of the same tool beside what is there`,
    got: "no such file",
    hint: "Add it, or say below which of the files it is.",
  };
  return { ok: false, problems: [problem] };
}
