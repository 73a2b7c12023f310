/** Two servers in a row with blocking after service, solved as a Markov chain: Perros 1994, Queueing Networks with Blocking. */
import { meanOver, steadyState } from "./markov.ts";

export interface Tandem {
  readonly arrive: number;
  readonly serve: readonly [number, number];
  /** Most who may wait before the first server, and between the two. */
  readonly room: readonly [number, number];
}

/** Long-run figures, per day or in people. */
export interface TandemMeans {
  readonly refused: number;
  readonly blocked: number;
  readonly queue: readonly [number, number];
  /** People who hold the server, blocked or served. */
  readonly holding: readonly [number, number];
}

/** State: people at the first (waiting, served or blocked) × levels of the second + people beyond the first server, one more if one is blocked. */
export function tandemMeans({ arrive, serve, room }: Tandem): TandemMeans {
  const most = 1 + room[0];
  /** 0 … 1 + room: people at the second; one more: that many, and the first server's person blocked. */
  const levels = 1 + room[1] + 2;
  const isBlocked = (state: number): boolean => state % levels === levels - 1;
  const first = (state: number): number => Math.floor(state / levels);
  const second = (state: number): number => Math.min(state % levels, levels - 2);
  const chance = steadyState((most + 1) * levels, (state) => {
    const [n, m] = [first(state), second(state)];
    // Nobody can be blocked at an empty first place: such states only lead away.
    if (n === 0 && isBlocked(state)) return [[0, 1]];
    const outs: [number, number][] = [];
    if (n < most) outs.push([state + levels, arrive]);
    if (n > 0 && !isBlocked(state)) outs.push([m < levels - 2 ? state - levels + 1 : state + 1, serve[0]]);
    if (m > 0) outs.push([isBlocked(state) ? state - levels - 1 : state - 1, serve[1]]);
    return outs;
  });
  const mean = (figure: (state: number) => number): number => meanOver(chance, figure);
  return {
    refused: arrive * mean((s) => (first(s) === most ? 1 : 0)),
    blocked: serve[0] * mean((s) => (first(s) > 0 && s % levels === levels - 2 ? 1 : 0)),
    queue: [mean((s) => Math.max(0, first(s) - 1)), mean((s) => Math.max(0, second(s) - 1))],
    holding: [mean((s) => Math.min(1, first(s))), mean((s) => Math.min(1, second(s)))],
  };
}
