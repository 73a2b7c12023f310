/** Files of other tools, read as scenarios. */
export type { Imported, NamedText } from "./findings.ts";
export { importPathSimR, type PathSimRFiles, type PathSimROptions } from "./pathsimr.ts";
export { importRenege, type RenegeFiles, type RenegeOptions } from "./renege.ts";
