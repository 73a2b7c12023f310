/** The shape of what is there when a run starts from today: people who wait, by count or by how long they have waited. */
import * as v from "valibot";
import { choice, days, described, fields, namesTo, wholeFrom } from "./shapes.ts";
import { UNIT_NAMES } from "./units.ts";

const name = () => v.string("a name");
const text = (what: string) => v.pipe(v.string(what), v.regex(/\S/, what));
const people = () => wholeFrom(0, "a whole number of people, 0 or more");

const countsByGroup = namesTo("an object of groups", people());
export const counts = () =>
  choice("a whole number of people, 0 or more, or one for each group", [people(), countsByGroup], () => countsByGroup);

const waits = () => described(v.array(days(), "a list of numbers of {days}"), "How long each has waited so far.");
const waitedInFile = fields("waits in a file, an object with file, column and unit", {
  file: described(text("the name of a CSV file"), "Relative to this scenario."),
  column: described(text("the name of a column"), "How long each person has waited so far."),
  unit: v.picklist(
    UNIT_NAMES.map((unit) => `${unit}s` as const),
    'the unit of the column, such as "days"',
  ),
  group_column: v.optional(described(text("the name of a column"), "The group of each person.")),
});
const waitedByPerson = fields("waits by person, an object with groups and days", {
  groups: described(v.array(name(), "a list of groups"), "The group of each, as many as there are waits."),
  days: waits(),
});
const waitedOfGroup = fields("waits of a group, an object with days", { group: v.optional(name()), days: waits() });
const waited = choice('an object with "days", or with "file"', [waitedInFile, waitedByPerson, waitedOfGroup], (input) =>
  Object.hasOwn(input, "file") ? waitedInFile : Object.hasOwn(input, "groups") ? waitedByPerson : waitedOfGroup,
);

/** Fields of whatever has a waiting list. */
export const waitingAtStart = {
  waiting: v.optional(described(counts(), "People waiting at the start of the run.")),
  waited: v.optional(
    described(
      v.array(waited, "a list of waits"),
      "People waiting at the start of the run who have waited for some time already.",
    ),
  ),
};

export type UserWaited = v.InferOutput<typeof waited>;
export type UserCounts = v.InferOutput<ReturnType<typeof counts>>;
