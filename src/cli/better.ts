/** Which way a figure is better: as its definition says, or as it was said on the command line. */
import { type Command, Option } from "commander";
import { type Better, definitionOf, type MeasureKey } from "../index.ts";
import { InputError } from "./errors.ts";

export interface BetterOption {
  readonly better?: "more" | "less";
}

export const addBetterOption = (command: Command): Command =>
  command.addOption(
    new Option("--better <way>", "which way the figure is better; as defined for it, unless given").choices([
      "more",
      "less",
    ]),
  );

/** Throws an `InputError` where neither says. */
export function betterOf(key: MeasureKey, { better }: BetterOption): NonNullable<Better> {
  const way = better ?? definitionOf(key).better;
  if (way !== undefined) return way;
  throw new InputError(
    `whether more or less of ${key.measure} is better is a matter of values: say --better more or less`,
  );
}
