/** What the closed forms ask of their numbers. Each throws a RangeError that says the rule and the value. */

export function needAbove0(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be above 0 and finite, got ${value}`);
}

export function needNotBelow0(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more and finite, got ${value}`);
}

export function needWhole(name: string, value: number, least: number): void {
  if (!(Number.isInteger(value) && value >= least)) {
    throw new RangeError(`${name} must be a whole number, ${least} or more, got ${value}`);
  }
}

/** A queue that nobody leaves has a steady state only below this. */
export function needBelow1(name: string, value: number): void {
  if (!(value < 1)) throw new RangeError(`${name} must be below 1 for a steady state, got ${value}`);
}
