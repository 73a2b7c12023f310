/** What the numbers in the log of a scenario of either kind mean. */
import type { Legend } from "../records/legend.ts";
import type { AnyScenario } from "../scenario/types.ts";
import { legendOf as networkLegend } from "./network/legend.ts";
import { pathwayLegend } from "./pathway/legend.ts";

export const legendOf = (scenario: AnyScenario): Legend =>
  scenario.kind === "pathway" ? pathwayLegend(scenario) : networkLegend(scenario);
