/** Laws and courses in normal form: the fields that matter, without remarks. */
import type { Law } from "../engine/law-types.ts";
import { isCourse, type UserCourse, type UserLaw } from "./schema-laws.ts";
import type { Service } from "./types.ts";

export function normalService(user: UserLaw | UserCourse): Service {
  if (!isCourse(user)) return { kind: "stay", length: normalLaw(user) };
  const { sessions, interval_days, dna } = user;
  return { kind: "course", sessions, interval_days, dna };
}

export function normalLaw(user: UserLaw): Law {
  switch (user.law) {
    case "deterministic":
      return { law: user.law, days: user.days };
    case "exponential":
      return { law: user.law, mean_days: user.mean_days };
    case "erlang":
      return { law: user.law, stages: user.stages, mean_days: user.mean_days };
    case "gamma":
      return "mean_days" in user
        ? gammaByMean(user)
        : { law: user.law, shape: user.shape, scale_days: user.scale_days };
    case "lognormal":
      return "mean_days" in user
        ? { law: user.law, mean_days: user.mean_days, sd_days: user.sd_days }
        : { law: user.law, mu_log_days: user.mu_log_days, sigma_log: user.sigma_log };
    case "weibull":
    case "log_logistic":
      return { law: user.law, shape: user.shape, scale_days: user.scale_days };
    case "uniform":
      return { law: user.law, low_days: user.low_days, high_days: user.high_days };
    case "triangular":
      return { law: user.law, low_days: user.low_days, mode_days: user.mode_days, high_days: user.high_days };
    case "normal":
      return {
        law: user.law,
        mean_days: user.mean_days,
        sd_days: user.sd_days,
        ...(user.low_days === undefined ? {} : { low_days: user.low_days }),
        ...(user.high_days === undefined ? {} : { high_days: user.high_days }),
      };
    case "discrete":
      return { law: user.law, values: user.values.map(({ days, probability }) => ({ days, probability })) };
    case "mixture":
      return { law: user.law, parts: user.parts.map(({ probability, of }) => ({ probability, of: normalLaw(of) })) };
    case "empirical":
      if ("file" in user) throw new RangeError("an empirical law still in a file was to be made normal");
      return { law: user.law, values_days: user.values_days };
    case "hazard":
      return { law: user.law, steps: user.steps.map(({ from_day, per_day }) => ({ from_day, per_day })) };
    case "daily_chance": {
      const { first, last, shape, scale_days } = user;
      return { law: user.law, first, last, shape, scale_days };
    }
  }
}

/** mean = shape × scale and sd² = shape × scale². */
function gammaByMean({ mean_days, sd_days }: { readonly mean_days: number; readonly sd_days: number }): Law {
  const variation = mean_days / sd_days;
  return { law: "gamma", shape: variation * variation, scale_days: (sd_days / mean_days) * sd_days };
}
