/** What the question of money remembers: it travels with a link, like everything else. */
import type { Edit } from "../state/edits.ts";
import type { Json, StudyState } from "../state/state.ts";
import { type Effect, effects } from "./run.ts";

export interface WorthState {
  readonly effect: Effect["key"];
  /** Pounds held to be worth paying for one; 0: as the effect has it. */
  readonly pounds: number;
  readonly draws: number;
  readonly runs: number;
}

const atFirst: WorthState = { effect: "qalys", pounds: 0, draws: 20, runs: 2 };
const most = { pounds: 1_000_000, draws: 1_000, runs: 100 };

/** What comes in from outside may be anything. */
export function worthStateOf({ view }: StudyState): WorthState {
  const found = view.others["worth"];
  if (typeof found !== "object" || found === null || Array.isArray(found)) return atFirst;
  const { effect, pounds, draws, runs } = found as { readonly [key: string]: Json };
  const number = (value: Json | undefined, least: number, greatest: number, otherwise: number): number =>
    typeof value === "number" && value >= least && value <= greatest ? value : otherwise;
  return {
    effect: effects.find(({ key }) => key === effect)?.key ?? atFirst.effect,
    pounds: number(pounds, 0, most.pounds, atFirst.pounds),
    draws: Math.round(number(draws, 2, most.draws, atFirst.draws)),
    runs: Math.round(number(runs, 2, most.runs, atFirst.runs)),
  };
}

export function askWorth(changes: Partial<WorthState>): Edit {
  return (state) => {
    const next: WorthState = { ...worthStateOf(state), ...changes };
    return { ...state, view: { ...state.view, others: { ...state.view.others, worth: { ...next } } } };
  };
}
