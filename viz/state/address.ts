/** The address of a view: `#/explore`. */
import { type Route, routes } from "./state.ts";

export function routeIn(hash: string): Route | undefined {
  const name = /^#\/([a-z]+)/.exec(hash)?.[1];
  return routes.find((route) => route === name);
}
