/** Means over the time in service, which is a law of chance or a course of sessions. */
import type { Law } from "../../engine/law-types.ts";
import { mean, sampler, variance } from "../../engine/laws.ts";
import { pow } from "../../engine/maths/pow.ts";
import type { Days } from "../../engine/time.ts";
import type { Service } from "../../scenario/types.ts";
import type { Moments } from "./mg1.ts";

type Course = Extract<Service, { kind: "course" }>;

/**
 * Mean and variance of the time a server is held. A course ends at its last attended session: the missed ones have a
 * negative binomial law, and the first session is at once.
 */
export function serviceMoments(service: Service): Moments {
  if (service.kind === "stay") return { mean_days: mean(service.length), variance: variance(service.length) };
  const { sessions, interval_days: interval, dna } = service;
  return {
    mean_days: interval * (sessions / (1 - dna) - 1),
    variance: (interval * interval * sessions * dna) / ((1 - dna) * (1 - dna)),
  };
}

/** The mean of f(time in service). */
export function meanOfService(service: Service, f: (service: Days) => number): number {
  return service.kind === "stay" ? meanOfLaw(service.length, f) : meanOfCourse(service, f);
}

/** Exact where the law is a table, otherwise by `meanByQuantiles`. */
function meanOfLaw(law: Law, f: (days: Days) => number): number {
  switch (law.law) {
    case "deterministic":
      return f(law.days);
    case "discrete":
      return law.values.reduce((sum, { days, probability }) => sum + probability * f(days), 0);
    case "empirical":
      return law.values_days.reduce((sum, days) => sum + f(days), 0) / law.values_days.length;
    case "mixture":
      return law.parts.reduce((sum, { probability, of }) => sum + probability * meanOfLaw(of, f), 0);
    default:
      return meanByQuantiles(sampler(law), f);
  }
}

const points = 4096;

/**
 * E[f(S)] = ∫ f(Q(u)) du over u from 0 to 1, Q being the quantile function: the midpoint rule in v with u = v² (3 - 2 v),
 * which puts more points where Q is steep.
 */
function meanByQuantiles(quantile: (u: number) => Days, f: (days: Days) => number): number {
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const v = (i + 0.5) / points;
    sum += 6 * v * (1 - v) * f(quantile(v * v * (3 - 2 * v)));
  }
  return sum / points;
}

/** P(k missed) = binomial(sessions + k - 1, k) dna^k (1 - dna)^sessions, until hardly any chance is left. */
function meanOfCourse({ sessions, interval_days, dna }: Course, f: (days: Days) => number): number {
  let chance = pow(1 - dna, sessions);
  let left = 1;
  let sum = 0;
  for (let missed = 0; left > 1e-14 && missed < 1e6; missed++) {
    sum += chance * f(interval_days * (sessions + missed - 1));
    left -= chance;
    chance *= (dna * (sessions + missed)) / (missed + 1);
  }
  return sum;
}
