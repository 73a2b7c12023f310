/** What a variant of a care pathway says of its change, for those who choose among designs. None of it reaches the model. */
import * as v from "valibot";
import { described } from "../shapes.ts";
import type { About } from "./types.ts";

const aMechanism = "a mechanism, from M1 to M70";
const text = () => v.pipe(v.string("text"), v.regex(/\S/, "text"));

/** Fields of a scenario file. A variant does not inherit them: they are about its own change. */
export const aboutChange = {
  theme: v.optional(described(text(), "The theme of French et al. 2019 that the change answers to.")),
  mechanisms: v.optional(
    described(
      v.array(v.pipe(v.string(aMechanism), v.regex(/^M([1-9]|[1-6]\d|70)$/, aMechanism)), "a list of mechanisms"),
      "Mechanisms of docs/mechanisms.md that the change works through.",
    ),
  ),
  why: v.optional(described(text(), "Why somebody would want it, in plain words.")),
  costs_note: v.optional(described(text(), "What has to be bought, and what the costs do not contain.")),
};
export const aboutKeys = Object.keys(aboutChange) as readonly (keyof About)[];
