/** The one doorway to the simulator: what the page, the command line and other programs may use. */
export type { Days } from "./engine/time.ts";
export type { Law } from "./engine/law-types.ts";
export type { Schedule } from "./engine/schedule.ts";
export type * from "./scenario/types.ts";
export { type Context, formatProblems, type Parsed, parseScenario } from "./scenario/parse.ts";
export { type Imported, importPathSimR, importRenege, type NamedText } from "./scenario/import/index.ts";
export { type Block, From, Kind, kindNames, type Reader } from "./records/log.ts";
export type { Legend } from "./records/legend.ts";
export { EventCsv, eventColumns } from "./records/event-csv.ts";
export { type Cell, csvLines } from "./records/csv-text.ts";
export { type ExecutiveName, executiveNames, runOnce, type RunSettings } from "./model/run.ts";
export { legendOf } from "./model/network/legend.ts";
export { estimands, keyText, type MeasureKey, measures } from "./measures/key.ts";
export { figureKeys, type LevelTimes, type Outcome, replicate, type Task } from "./experiment/replication.ts";
export {
  Cancelled,
  type HowToRun,
  type RunningStudy,
  runStudy,
  type ScenarioResult,
  type Study,
  type StudyResult,
} from "./experiment/study.ts";
export { type Port, serve, type Worker } from "./experiment/worker.ts";
export { type Estimate, estimate, estimateDifference } from "./experiment/statistics.ts";
export { type CheckRow, runChecks, type Unchecked, uncheckedIn } from "./experiment/check.ts";
export { digest } from "./experiment/digest.ts";
export { canonicalJson, type Manifest, manifestOf, scenarioHash } from "./experiment/manifest.ts";
export {
  csvOf,
  differencesTable,
  jsonOf,
  levelsTable,
  measuresTable,
  type NamedResult,
  summaryTable,
  type Table,
} from "./experiment/tables.ts";
export { comparisons, type DifferenceRow, differences, summarise, type SummaryRow } from "./experiment/summary.ts";
