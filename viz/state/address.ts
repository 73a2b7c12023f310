/** The address of a view: `#/explore`. */
import { type Route, routes } from "./state.ts";

export function routeIn(hash: string): Route | undefined {
  const name = /^#\/([a-z]+)/.exec(hash)?.[1];
  return routes.find((route) => route === name);
}

/** What follows the name: `#/learn?lesson=one-run&own=1`. */
export const wordsIn = (hash: string): URLSearchParams => new URLSearchParams(/\?(.*)$/.exec(hash)?.[1] ?? "");
