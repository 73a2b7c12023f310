/**
 * Units of time at the border: any time may be written in minutes, hours, days, weeks, months or years, named in its
 * key, and is in days from here on. `mean_hours: 36` becomes `mean_days: 1.5`; `per_year: 730` becomes `per_day: 2`.
 */
import { log } from "../engine/maths/log.ts";
import { isObject, keysAt, type KeysAre, type Origins, type Path } from "./origins.ts";

export const UNIT_NAMES = ["minute", "hour", "day", "week", "month", "year"] as const;
export type Unit = (typeof UNIT_NAMES)[number];

/** Days in each unit, as a fraction: dividing by 24 is exact where multiplying by 1/24 is not. */
const UNITS: Readonly<Record<Unit, { readonly times: number; readonly over: number }>> = {
  minute: { times: 1, over: 1440 },
  hour: { times: 1, over: 24 },
  day: { times: 1, over: 1 },
  week: { times: 7, over: 1 },
  month: { times: 365, over: 12 },
  year: { times: 365, over: 1 },
};

/** A key that carries a unit, taken apart: `repeat_every_hours` is `repeat_every_`, `hour`, `s`. */
const TIMED_KEY = /^((?:[a-z_]+_)?)(minute|hour|day|week|month|year)(s?)$/;

/** The unit in `key`, or undefined where it carries none. */
export function unitIn(key: string): Unit | undefined {
  const word = TIMED_KEY.exec(key)?.[2];
  return word === undefined ? undefined : UNIT_NAMES.find((unit) => unit === word);
}

/** `key` with its unit replaced: `from_hour` and day give `from_day`. */
export function withUnit(key: string, unit: Unit): string {
  return key.replace(TIMED_KEY, `$1${unit}$3`);
}

/** What `key` would be if its author forgot the unit: `mean` for `mean_days`; undefined where it carries none. */
export function withoutUnit(key: string): string | undefined {
  return TIMED_KEY.exec(key)?.[1]?.replace(/_$/, "");
}

/** `x` of a unit, in days. */
export function inDays(x: number, unit: Unit): number {
  return (x * UNITS[unit].times) / UNITS[unit].over;
}

/** Told for each quantity given in two units: the path of the object, and the keys as written. */
type OnTwice = (path: Path, first: string, second: string) => void;

/** A copy of `value` with every time in days. `origins` learns each key and value that changed. */
export function allInDays(value: unknown, origins: Origins, onTwice: OnTwice): unknown {
  return convert(value, "fields", [], { origins, onTwice });
}

interface Pass {
  readonly origins: Origins;
  readonly onTwice: OnTwice;
}

function convert(value: unknown, keysAre: KeysAre, path: Path, pass: Pass): unknown {
  if (Array.isArray(value)) return value.map((item, i) => convert(item, "fields", [...path, i], pass));
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const unit = keysAre === "fields" ? unitIn(key) : undefined;
    const newKey = unit === undefined ? key : withUnit(key, "day");
    if (Object.hasOwn(copy, newKey)) {
      pass.onTwice(path, pass.origins.of(copy, newKey)?.key ?? newKey, key);
      continue;
    }
    if (unit !== undefined && unit !== "day") {
      copy[newKey] = timesInDays(inner, newKey, unit);
      pass.origins.set(copy, newKey, { key, wrote: inner });
    } else {
      copy[key] = convert(inner, keysAt(keysAre, key), [...path, key], pass);
    }
  }
  return copy;
}

/** Whether a key names so many per unit of time: `per_day`, `episodes_per_day`. */
export const isRate = (key: string): boolean => /(^|_)per_day$/.test(key);

/** Fields of a parameter object (see pathway/parameters.ts) that are in the unit of its key. */
const MEASURED = ["value", "low", "high"] as const;

/** A number, a list of them, or a parameter, changed; anything else as it is, for the checks of shape to find. */
export function timesInDays(value: unknown, key: string, unit: Unit): unknown {
  if (Array.isArray(value)) return value.map((item) => timesInDays(item, key, unit));
  if (isObject(value) && Object.hasOwn(value, "value")) {
    const measured = MEASURED.filter((field) => Object.hasOwn(value, field));
    return { ...value, ...Object.fromEntries(measured.map((field) => [field, timesInDays(value[field], key, unit)])) };
  }
  if (typeof value !== "number") return value;
  const { times, over } = UNITS[unit];
  if (isRate(key)) return (value * over) / times;
  if (key === "mu_log_days") return value + log(times) - log(over);
  return inDays(value, unit);
}
