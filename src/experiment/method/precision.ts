/**
 * How many replications: as many as it takes for every named figure to be known to a relative precision (Hoad, Robinson
 * and Davies 2010, J Oper Res Soc 61:1632-1644).
 *
 * After n replications the precision of a figure is d_n = t(0.975, n - 1) s_n / (sqrt(n) |mean_n|). Once d_n is good
 * enough for all figures, a look-ahead of k more (k n / 100 beyond a hundred) must find it so after each of them; if one
 * does not, the search goes on. Only the replications in order decide, so that workers do not matter.
 */
import { tQuantile } from "../../engine/maths/beta.ts";

export interface PrecisionRule {
  /** Largest half-width of the 95% interval, as a share of the mean: 0.05 for 5%. */
  readonly relative: number;
  /** Fewest and most replications. */
  readonly minimum: number;
  readonly maximum: number;
  /** Replications of look-ahead; 5 is what the authors found to do. */
  readonly look_ahead: number;
}

export const usualRule: Omit<PrecisionRule, "relative"> = { minimum: 3, maximum: 1000, look_ahead: 5 };

/** Why these settings make no rule, or undefined. */
export function faultOfRule({ relative, minimum, maximum, look_ahead }: PrecisionRule): string | undefined {
  if (!(relative > 0 && relative < Infinity)) return `relative must be above 0, got ${relative}`;
  if (!(Number.isInteger(minimum) && minimum >= 2)) return `minimum must be a whole number, 2 or more, got ${minimum}`;
  if (!(Number.isInteger(maximum) && maximum >= minimum))
    return `maximum must be ${minimum} (the minimum) or more, got ${maximum}`;
  if (!(Number.isInteger(look_ahead) && look_ahead >= 0))
    return `look_ahead must be a whole number, 0 or more, got ${look_ahead}`;
  return undefined;
}

/** Decides, one replication after another, whether there have been enough. */
export class Sequential {
  readonly #rule: PrecisionRule;
  readonly #figures: readonly Running[];
  #n = 0;
  #since: number | undefined;

  constructor(rule: PrecisionRule, figures: number) {
    const fault = faultOfRule(rule);
    if (fault !== undefined) throw new RangeError(fault);
    this.#rule = rule;
    this.#figures = Array.from({ length: figures }, () => new Running());
  }

  /** Takes the figures of the next replication, and says whether it was the last that is needed. */
  add(values: readonly number[]): boolean {
    this.#n++;
    this.#figures.forEach((figure, i) => figure.add(values[i]!));
    const { relative, minimum, maximum } = this.#rule;
    const good = this.#n >= minimum && this.#figures.every((figure) => figure.precision() <= relative);
    this.#since = good ? (this.#since ?? this.#n) : undefined;
    return this.met || this.#n >= maximum;
  }

  /** Whether the precision was reached and the look-ahead has passed. */
  get met(): boolean {
    return this.#since !== undefined && this.#n >= this.#since + lookAhead(this.#since, this.#rule.look_ahead);
  }

  /** By figure: the relative half-width so far; Infinity where it cannot be told. */
  get reached(): number[] {
    return this.#figures.map((figure) => figure.precision());
  }
}

const lookAhead = (n: number, k: number): number => (n <= 100 ? k : Math.floor((k * n) / 100));

/** Mean and spread so far (Welford 1962, Technometrics 4:419-420). Figures that do not exist (NaN) are left out. */
class Running {
  #n = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    if (Number.isNaN(value)) return;
    const off = value - this.#mean;
    this.#mean += off / ++this.#n;
    this.#squares += off * (value - this.#mean);
  }

  precision(): number {
    if (this.#n < 2) return Infinity;
    if (this.#squares === 0) return 0;
    const half = quantile(this.#n - 1) * Math.sqrt(this.#squares / (this.#n - 1) / this.#n);
    return half / Math.abs(this.#mean);
  }
}

/** t(0.975) by degrees of freedom: asked for again and again. */
const known: number[] = [];
const quantile = (degrees: number): number => (known[degrees] ??= tQuantile(0.975, degrees));
