/** The answer in a sentence: what a scenario changes most, for better and for worse, what it costs, and how sure that is. */
import type { Estimate, Theme } from "../../src/index.ts";
import { verdictOf } from "../numbers.ts";
import { capital } from "../words.ts";
import { type Row, runsToTell } from "./rows.ts";
import { largestOf, tellFinding, type Told } from "./words.ts";

export type Taking = "better" | "worse" | "different";

export interface Finding extends Told {
  readonly taking: Taking;
}

export interface Answer {
  /** `waiting`: not enough runs for any interval. `same`: no figure differs in any run. `close`: none stands out from luck. */
  readonly verdict: "waiting" | "same" | "close" | "told";
  readonly findings: readonly Finding[];
  /** What it costs, where that can be told. */
  readonly price: Finding | undefined;
  /** Where it cannot, why, as part of a sentence; empty where costs are the same or nothing is known of them. */
  readonly noPrice: string;
  readonly runs: number;
  /** Of a verdict that is close: runs after which a difference as large as it seems would stand out; the figure it is of. */
  readonly needed: { readonly runs: number; readonly label: string } | undefined;
}

/** Themes that the sentence is about, the most asked first. The others are in the chart. */
const asked: readonly Theme[] = ["crisis", "gap", "access", "outcome"];
const mostFindings = 3;

export function takingOf({ headline: { better } }: Row, difference: Estimate): Taking {
  if (better === "neither") return "different";
  return difference.mean < 0 === (better === "less") ? "better" : "worse";
}

/** In place of a price: it does not stand out from luck, or is told by full runs only. */
export const noPrices = {
  close: "what it costs is too close to call",
  later: "what it costs comes with the full runs",
} as const;

/** @param at which scenario, among those that are held against the baseline */
export function answerOf(rows: readonly Row[], at: number): Answer {
  const runs = Math.max(0, ...rows.map(({ differences }) => differences[at]?.n ?? 0));
  const known = rows.filter((row) => (row.differences[at]?.n ?? 0) > 1);
  const isLater = rows.some((row) => row.headline.key === "costs" && row.isLater);
  const noPrice = isLater ? noPrices.later : "";
  const told = { findings: [], price: undefined, noPrice, runs, needed: undefined };
  if (known.length === 0) return { ...told, verdict: "waiting" };
  const verdicts = known.map((row) => ({ row, verdict: verdictOf(row.differences[at]!) }));
  if (verdicts.every(({ verdict }) => verdict === "same")) return { ...told, verdict: "same" };
  const clear = verdicts.flatMap(({ row, verdict }) => (verdict === "clear" ? [row] : []));
  const price = clear.find(({ headline }) => headline.key === "costs");
  const chosen = chooseAmong(clear, at);
  if (chosen.length === 0 && price === undefined) return { ...told, verdict: "close", needed: neededIn(known, at) };
  const tell = (row: Row): Finding => {
    const difference = row.differences[at]!;
    return { ...tellFinding(row.headline, difference, largestFor(row, at)), taking: takingOf(row, difference) };
  };
  const isClose = verdicts.some(({ row, verdict }) => row.headline.key === "costs" && verdict === "close");
  return {
    ...told,
    verdict: "told",
    findings: chosen.map(tell),
    price: price && tell(price),
    noPrice: isClose ? noPrices.close : noPrice,
  };
}

/** Differences are told in a unit of their own size: a wait of ten weeks may rise by six days. */
const largestFor = (row: Row, at: number): number => largestOf([row.differences[at]!]);

/** Of each theme the largest difference, in the order of the themes; the largest for the worse is never left out. */
function chooseAmong(clear: readonly Row[], at: number): Row[] {
  const about = clear.filter((row) => asked.includes(row.headline.theme) && share(row, at) >= 0.005);
  const largest = (of: readonly Row[]): Row[] => of.toSorted((a, b) => weight(b, at) - weight(a, at)).slice(0, 1);
  const firsts = asked.flatMap((theme) => largest(about.filter(({ headline }) => headline.theme === theme)));
  const worst = largest(about.filter((row) => takingOf(row, row.differences[at]!) === "worse"));
  const best = firsts.filter((row) => !worst.includes(row)).slice(0, mostFindings - worst.length);
  return [...best, ...worst];
}

const share = (row: Row, at: number): number => {
  const largest = largestOf([row.values[0]!, row.values[at + 1]!]);
  return largest === 0 ? 0 : Math.abs(row.differences[at]!.mean) / largest;
};

/** What is told by itself goes before what needs an explanation. */
const weight = (row: Row, at: number): number => share(row, at) * (row.headline.phrase === undefined ? 1 : 1.5);

function neededIn(rows: readonly Row[], at: number): Answer["needed"] {
  const candidates = rows.flatMap((row) => {
    const runs = runsToTell(row.pairs[at] ?? [], row.differences[at]!.mean);
    return runs === undefined || !asked.includes(row.headline.theme) ? [] : [{ runs, label: row.headline.label }];
  });
  return candidates.toSorted((a, b) => a.runs - b.runs)[0];
}

const tellPieces = ({ before, figure, after, range }: Told): string =>
  [before, figure, after, `(${range})`].filter((piece) => piece !== "").join(" ");

/** The sentence as one text, for those who listen. */
export function answerText(answer: Answer, title: string): string {
  const { verdict, findings, price, noPrice, runs } = answer;
  if (verdict === "waiting") return `${title}: not known yet.`;
  const moreOfPrice = noPrice === "" ? "" : ` ${capital(noPrice)}.`;
  if (verdict === "same") return `${title}: the same figures in every run.${moreOfPrice}`;
  if (verdict === "close") return `${title}: too close to call after ${runs} runs. ${neededText(answer)}${moreOfPrice}`;
  const pieces = [...findings, ...(price ? [price] : [])].map(tellPieces);
  const rest = restOf(answer);
  return `${title}: ${[...pieces, ...(rest === "" ? [] : [rest])].join("; ")}. 95% intervals over ${runs} runs.`;
}

/** How the sentence ends that has told its findings and the price; empty where it has said everything. */
export const restOf = ({ findings, noPrice }: Answer): string =>
  findings.length === 0 ? "nothing else stands out" : noPrice;

/** How many runs would tell, in words. */
export function neededText({ needed, runs }: Answer): string {
  if (needed === undefined || needed.runs <= runs) return "More runs may tell.";
  const what = `The first to stand out would be ‘${needed.label}’`;
  return needed.runs > 2000
    ? `${what}, after more than 2,000 runs: for all purposes there is no difference.`
    : `${what}, after about ${Math.ceil(needed.runs / 5) * 5} runs, if it is as large as it seems.`;
}
