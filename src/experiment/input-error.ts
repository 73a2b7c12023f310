/** What is thrown to programs that hand over a scenario or a sweep with faults in it. */
import { formatProblems } from "../scenario/report.ts";
import type { Problem } from "../scenario/types.ts";

/** Everything that is wrong, told at once: as a text in `message`, one by one in `problems`. */
export class InvalidInput extends Error {
  readonly problems: readonly Problem[];

  /**
   * @param name what was handed over
   * @param what what it should have been
   */
  constructor(name: string, problems: readonly Problem[], what: "scenario" | "sweep") {
    super(formatProblems(name, problems, what));
    this.name = "InvalidInput";
    this.problems = problems;
  }
}
