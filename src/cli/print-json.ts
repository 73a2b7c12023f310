/** The summary for other programs, on standard output. */
import {
  differencesTable,
  jsonOf,
  type NamedResult,
  type PreciseResult,
  scenarioHash,
  type Study,
  summaryTable,
  type Table,
} from "../index.ts";
import { version } from "./package.ts";

/** One JSON object: what made it, what `--precision` reached, `summary`, and `differences` where there are several scenarios. */
export function printJson(study: Study, results: readonly NamedResult[], precise?: PreciseResult): void {
  const made = {
    made_by: "caregap",
    version: version(),
    seed: study.seed,
    replications: study.replications,
    executive: study.executive,
    scenarios: results.map(({ name, result: { scenario } }) => ({
      name,
      title: scenario.title,
      sha256: scenarioHash(scenario),
    })),
    ...(precise && {
      precision: {
        met: precise.met,
        reached: precise.reached.map(({ scenario, key, relative }) => ({
          scenario: results[scenario]!.name,
          ...key,
          relative_half_width: relative < Infinity ? relative : null,
        })),
      },
    }),
  };
  const [base, ...others] = results;
  process.stdout.write(`${JSON.stringify(made).slice(0, -1)},\n`);
  writeList("summary", summaryTable(results));
  if (others.length > 0) {
    process.stdout.write(",\n");
    writeList("differences", differencesTable(base!, others));
  }
  process.stdout.write("}\n");
}

function writeList(name: string, table: Table): void {
  process.stdout.write(`"${name}": `);
  for (const chunk of jsonOf(table)) process.stdout.write(chunk);
}
