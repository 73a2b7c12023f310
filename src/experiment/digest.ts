/** One line that is the same in every browser, in Node, on every machine: the fingerprint of a run. */
import { type ExecutiveName, runOnce } from "../model/run.ts";
import { DigestReader } from "../records/digest.ts";
import type { AnyScenario } from "../scenario/types.ts";

/** The digest of replication 0 of a scenario, in 64 hexadecimal digits. */
export async function digest(
  scenario: AnyScenario,
  { seed, executive = "fast" }: { readonly seed: string; readonly executive?: ExecutiveName },
): Promise<string> {
  const reader = new DigestReader();
  await runOnce(scenario, { seed, replication: 0, executive }, [reader]);
  return reader.hex;
}
