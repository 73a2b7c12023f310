/** The one doorway to the simulator: what the page, the command line and other programs may use. */
export type { Days } from "./engine/time.ts";
export type { Law } from "./engine/law-types.ts";
export type { Schedule } from "./engine/schedule.ts";
export type * from "./scenario/types.ts";
export {
  type About,
  checks,
  type Grade,
  grades,
  type Parameter,
  type PathwayScenario,
} from "./scenario/pathway/types.ts";
export { scaled, withoutRoom } from "./scenario/pathway/scaled.ts";
export { type Context, formatProblems, type Parsed, parseAnyScenario, parseScenario } from "./scenario/parse.ts";
export { type Imported, importPathSimR, importRenege, type NamedText } from "./scenario/import/index.ts";
export { type Block, From, Kind, kindNames, type Reader } from "./records/log.ts";
export { type Rows, rowsUpTo } from "./records/kept-log.ts";
export { type CareState, careStates } from "./records/pathway-codes.ts";
export { Scene, type Spot } from "./records/scene.ts";
export type { Legend } from "./records/legend.ts";
export { EventCsv, eventColumns } from "./records/event-csv.ts";
export { eventParquetColumns, EventRows } from "./records/event-rows.ts";
export { type ParquetColumn, ParquetFile } from "./records/parquet.ts";
export { vidigiColumns, VidigiRows } from "./records/vidigi.ts";
export { type Csv, readCsv } from "./scenario/csv.ts";
export { type Cell, csvLines } from "./records/csv-text.ts";
export { type ExecutiveName, executiveNames, runOnce, type RunSettings, startRun } from "./model/run.ts";
export type { PathwayRun } from "./model/pathway/run.ts";
export type { SavedRun } from "./model/pathway/saved.ts";
export { legendOf } from "./model/legend.ts";
export { type Fate, fates, type Followed } from "./measures/pathway/fates.ts";
export { type Flow, type FlowEnd, flowEnds } from "./measures/pathway/flows.ts";
export { keyText, type MeasureKey } from "./measures/key.ts";
export {
  type Better,
  type Definition,
  definitionOf,
  type Measure,
  measures,
  type Theme,
  themes,
} from "./measures/definition.ts";
export {
  figureKeys,
  flowsIn,
  type LevelTimes,
  type Outcome,
  replicate,
  type Series,
  type Task,
} from "./experiment/replication.ts";
export {
  Cancelled,
  type HowToRun,
  type RunningStudy,
  runStudy,
  type ScenarioResult,
  type Study,
  type StudyResult,
} from "./experiment/study.ts";
export {
  type Answer,
  type Ask,
  type Drop,
  type FilmAnswer,
  type FilmAsk,
  type Port,
  type ReadAnswer,
  type ReadAsk,
  serve,
  type Worker,
} from "./experiment/worker.ts";
export { type ReadScenario, ScenarioReader, type ReadTask } from "./experiment/reading.ts";
export { breathe } from "./experiment/breathe.ts";
export { type Estimate, estimate, estimateDifference } from "./experiment/statistics.ts";
export { type CheckRow, runChecks, type Unchecked, uncheckedIn } from "./experiment/check.ts";
export { type CalibrationRow, calibrationRows, readyToCalibrate, tunedIn } from "./experiment/calibration/calibrate.ts";
export type { Target } from "./experiment/calibration/target.ts";
export { targets } from "./experiment/calibration/targets.ts";
export { tune, type TuneProgress } from "./experiment/calibration/tune.ts";
export { type Branch, type Film, makeFilm } from "./experiment/film.ts";
export { type ScenarioChange, withChanges } from "./experiment/changes.ts";
export { compare, type CompareSettings, type Comparison } from "./experiment/compare.ts";
export { InvalidInput } from "./experiment/input-error.ts";
export {
  type DesignDefinition,
  type FactorDefinition,
  sweep,
  type SweepDefinition,
  type SweepResult,
  type SweepSettings,
} from "./experiment/sweep/from-code.ts";
export { writeParquet } from "./experiment/parquet.ts";
export { digest } from "./experiment/digest.ts";
export {
  type Explanation,
  explain,
  findParameters,
  guessParameter,
  type Meaning,
  meaningOf,
} from "./experiment/explain.ts";
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
export {
  eventOf,
  type RiskInterval,
  type StateInterval,
  type Story,
  story,
  type StoryEvent,
  storyOf,
} from "./experiment/story/story.ts";
export { outOf100, type TrustInterval } from "./experiment/story/trust.ts";
export { type StoryLine } from "./experiment/story/lines.ts";
export { type Crisis, type LetterOutcome, type LetterSent, type Session } from "./experiment/story/lists.ts";
export { findPeople, type FoundPerson, type Search, searches } from "./experiment/story/people.ts";
export {
  type Headline,
  type HeadlineBetter,
  type Part,
  type Shown,
  themeTitles,
} from "./experiment/headlines/headline.ts";
export { pathwayHeadlines } from "./experiment/headlines/pathway.ts";
export {
  headlineRow,
  type HeadlineRow,
  headlineRows,
  rowsOf,
  type RowSettings,
  shownValues,
} from "./experiment/headlines/rows.ts";
export { everyone, factorOf, mainWindow, valuesOf, yearsIn } from "./experiment/headlines/values.ts";
export { type AgainstBest, type Choice, chooseBest } from "./experiment/method/best.ts";
export { latinHypercube } from "./experiment/method/designs/latin-hypercube.ts";
export { saltelli, type SaltelliOutputs, saltelliOutputs } from "./experiment/method/designs/saltelli.ts";
export { sobolSequence } from "./experiment/method/designs/sobol-sequence.ts";
export { flipPoint, type FlipPoint, type FlipSettings } from "./experiment/method/flip-point.ts";
export {
  type CurveName,
  curveNames,
  type IncidenceRow,
  incidenceOf,
  incidenceTable,
} from "./experiment/method/incidence.ts";
export { type PrecisionRule, usualRule } from "./experiment/method/precision.ts";
export {
  type Judgement,
  PrecisionJudge,
  type PreciseResult,
  type Reached,
  runToPrecision,
} from "./experiment/method/run-to-precision.ts";
export {
  analyse,
  faultOfSweep,
  methodOf,
  type PlacedBar,
  type Sensitivity,
  sensitivityTable,
} from "./experiment/method/sensitivity/analyse.ts";
export { type RankCorrelation, partialRankCorrelations } from "./experiment/method/sensitivity/partial-rank.ts";
export { type Index, type SobolIndices, sobolIndices } from "./experiment/method/sensitivity/sobol-indices.ts";
export { type Bar, type Ends, tornado } from "./experiment/method/sensitivity/tornado.ts";
export {
  type Drift,
  judgeWarmUp,
  stretchesOf,
  type Stretches,
  type WarmUpJudgement,
} from "./experiment/method/warm-up-check.ts";
export { type ScenarioSettling, type SeriesSettling, settlingOf, settlingTable } from "./experiment/method/settling.ts";
export {
  type Entry,
  entryLine,
  type Finished,
  type Journal,
  markLine,
  readJournal,
} from "./experiment/sweep/journal.ts";
export { type Components, crossedComponents } from "./experiment/method/crossed.ts";
export { compareDraws, faultOfDraws, type Probabilistic, wilson } from "./experiment/uncertainty/compare.ts";
export { type Draws, drawPoints } from "./experiment/uncertainty/draws.ts";
export { type DrawsPlan, type DrawsWanted, planDraws } from "./experiment/uncertainty/plan.ts";
export {
  type Choice as QuantityChoice,
  chooseQuantities,
  type GivenRange,
  type Quantities,
  type Quantity,
  type Uncertain,
} from "./experiment/uncertainty/quantities.ts";
export {
  acceptabilityTable,
  drawDifferencesTable,
  planeTable,
  quantitiesTable,
  uncertaintyTable,
} from "./experiment/uncertainty/tables.ts";
export {
  type Acceptability,
  acceptability,
  costEffectivenessPlane,
  type PlaneDot,
  type Worth,
} from "./experiment/uncertainty/worth.ts";
export { parseSweep, type ParsedSweep } from "./experiment/sweep/parse.ts";
export {
  type FinishedSweep,
  readFinishedSweep,
  type ReadSweep,
  type SweepFiles,
} from "./experiment/sweep/read-results.ts";
export { runSweep, type SweepRun } from "./experiment/sweep/run.ts";
export { countRuns, scenarioAt, type Sweep, sweepId, type SweptScenario } from "./experiment/sweep/sweep.ts";
export { sweepPointsTable, sweepResultsTable, sweepSummaryTable } from "./experiment/sweep/tables.ts";
