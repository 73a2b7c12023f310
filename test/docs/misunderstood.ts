/** Command lines that documents show, held against the program. */
import type { Command } from "commander";

/** What of a command line the program would not take: an unknown command or option, an argument that is missing. */
export function misunderstood(program: Command, words: readonly string[]): string[] {
  const [name, ...rest] = words;
  const command = program.commands.find((each) => each.name() === name);
  if (!command) return [name!];
  if (command.commands.length > 0) return rest.length === 0 ? [] : misunderstood(command, rest);
  const { operands, unknown } = command.parseOptions(rest);
  // With nothing behind it the command is only mentioned.
  const wanted = rest.length === 0 ? [] : command.registeredArguments.filter((argument) => argument.required);
  return [...unknown, ...wanted.slice(operands.length).map((argument) => `<${argument.name()}> is missing`)];
}
