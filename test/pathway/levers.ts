/**
 * The levers of the pathway, each alone, with what must rise, what must fall, and what may go either way. Where the
 * measure is not one figure of a run it is worked out from the logs of both.
 */
import type { Film } from "../../src/index.ts";
import { Kind } from "../../src/records/log.ts";
import { meanEngagement } from "./engagement.ts";
import { changed, type Find, practices } from "./scenarios.ts";

/** One replication of one side of a lever. */
export interface Run {
  readonly find: Find;
  /** Only of a lever that asks for logs. */
  readonly film: Film | undefined;
}

export interface Measure {
  readonly name: string;
  readonly of: (run: Run, pair: { readonly base: Run; readonly lever: Run }) => number;
}

export interface Lever {
  readonly name: string;
  /** How far it is moved. */
  readonly strength: string;
  /** Changes to the baseline: the one side, where that is not the baseline itself, and the other. */
  readonly from?: object;
  readonly to: object;
  /** Whether its measures are worked out from logs. */
  readonly needsLogs?: boolean;
  readonly rises: readonly Measure[];
  readonly falls: readonly Measure[];
  readonly either: readonly Measure[];
}

/** A figure of a run, of everybody unless a group is named. */
const figure = (name: string, place: string, what: string, group = "all"): Measure => {
  const [measure, estimand, statistic] = what.split(" ") as [string, string, string];
  return { name, of: ({ find }) => find(place, group, measure, estimand, statistic) };
};
const sum = (name: string, parts: readonly Measure[]): Measure => ({
  name,
  of: (run, pair) => parts.reduce((total, part) => total + part.of(run, pair), 0),
});

const base = changed({});
const valueOf = (path: string): number => {
  const parameter = base.parameters.find((each) => each.path === path);
  if (!parameter) throw new Error(`the baseline has no ${path}`);
  return parameter.value;
};
/** A value of any size; the lever answers for it. */
const wide = (value: number): object => ({ value, low: 0, high: 1e6 });
const staff = (service: string, factor: number): object => {
  const pools = base.services.find(({ name }) => name === service)!.staff;
  return Object.fromEntries(
    pools.map(({ name, wte, trained_wte }) => [
      name,
      { wte: wide(wte * factor), ...(trained_wte > 0 && { trained_wte: wide(trained_wte * factor) }) },
    ]),
  );
};
const courses = ["guided self-help", "group", "therapy"] as const;
const eachCourse = (change: object): object => ({
  programmes: Object.fromEntries(courses.map((name) => [name, change])),
});
const iapt = (change: object): object => ({ services: { IAPT: change } });

const gapDays = figure("days in the gap, PD", practices, "days_in_the_gap events sum", "pd");
const crises = figure("crises", practices, "crises events count");
const consultations = figure("GP consultations", practices, "gp_consultations attended count");
const finishedAt = (service: string): Measure =>
  figure(`courses finished, ${service}`, service, "courses finished count");
const waitAt = (service: string): Measure =>
  figure(`wait to first treatment, ${service}`, service, "wait_to_first_treatment started mean");
const hiddenAt = (service: string): Measure =>
  figure(`wait from first to second contact, ${service}`, service, "hidden_wait started mean");
const leftAt = (service: string): Measure =>
  figure(`left waiting, ${service}`, service, "disengaged left_waiting count");
const knockBacks = figure("knock-backs per person, PD", practices, "knock_backs people mean", "pd");
const onPaper = (service: string): Measure =>
  figure(`accepted on paper at ${service}, PD`, service, "acceptances on_paper share", "pd");
const turnedAway = (service: string, reason: string): Measure =>
  figure(`turned away at assessment by ${service}, PD`, service, `rejections_at_assessment ${reason} count`, "pd");
const capacity = (service: string): Lever => ({
  name: `${service} capacity`,
  strength: "a quarter more staff",
  to: { services: { [service]: { staff: staff(service, 1.25) } } },
  rises: [finishedAt(service)],
  falls: [waitAt(service), leftAt(service)],
  either: [hiddenAt(service), consultations],
});

const artful = "on both sides by 0.4 of a score, from the second letter on, by GPs who perceive 0.8 of people with PD";
function artfulGps(framing: object): object {
  const by = { write_up_by: 0.4, write_down_by: 0.4, learning: 1 };
  return { framing: { ...by, ...framing }, recognition: { at_start: 0.8 } };
}

const outreach = (chance: number): object => ({
  outreach: wide(chance),
  kept_for_outreach: wide(0.05),
  encouragement: wide(1.2),
});

/** Events of people while they are held in the lever's world, and of the same people on the same days in the other. */
function whileHeld(name: string, kinds: readonly Kind[], forDays = Infinity): Measure {
  return {
    name,
    of: ({ film }, { lever }) => {
      if (!film || !lever.film) throw new Error(`${name} needs the logs`);
      const holds = holdsIn(lever.film, forDays);
      const { rows } = film;
      let events = 0;
      rows.kind.forEach((kind, row) => {
        if (!kinds.includes(kind as Kind)) return;
        const [who, at] = [rows.person[row]!, rows.at[row]!];
        if (holds.get(who)?.some(({ from, to }) => at > from && at < to)) events++;
      });
      return events;
    },
  };
}

interface Stretch {
  readonly from: number;
  to: number;
}

/** By person, when they are held; `forDays` cuts or lengthens it to so long from the beginning. */
function holdsIn({ rows, legend }: Film, forDays: number): Map<number, Stretch[]> {
  const holds = new Map<number, Stretch[]>();
  rows.kind.forEach((kind, row) => {
    if (kind !== Kind.hold) return;
    const [who, at] = [rows.person[row]!, rows.at[row]!];
    const mine = holds.get(who) ?? [];
    holds.set(who, mine);
    if (rows.detail[row] === 1) mine.push({ from: at, to: Math.min(legend.horizon, at + forDays) });
    else if (forDays === Infinity) mine.at(-1)!.to = at;
  });
  return holds;
}

export const levers: readonly Lever[] = [
  capacity("IAPT"),
  capacity("CMHT"),
  {
    name: "hold length",
    strength: "people with PD held after every unresolved course in IAPT, from not at all to 12 months",
    to: iapt({ hold: { chance: { pd: 1, otherwise: 0 }, lasts_months: 12 } }),
    needsLogs: true,
    rises: [figure("person-days held", practices, "person_days held sum")],
    falls: [
      whileHeld("crises of the held, against the same people on the same days", [Kind.crisis]),
      whileHeld("return within a year of the ending: letters of the same people", [Kind.refer], 365),
    ],
    either: [
      figure("wait to first treatment of others, IAPT", "IAPT", "wait_to_first_treatment started mean", "cmd"),
      figure("wait from first to second contact of others, IAPT", "IAPT", "hidden_wait started mean", "cmd"),
    ],
  },
  {
    name: "thresholds apart",
    strength: "the CMHT's floor up by 0.1, IAPT's ceiling down by 0.1",
    to: {
      services: {
        IAPT: { triage: { risk_ceiling: wide(valueOf("services.IAPT.triage.risk_ceiling") - 0.1) } },
        CMHT: { triage: { risk_floor: wide(valueOf("services.CMHT.triage.risk_floor") + 0.1) } },
      },
    },
    rises: [
      figure("rejected by IAPT as too risky", "IAPT", "rejections_on_paper too_risky count"),
      figure("rejected by the CMHT as not risky enough", "CMHT", "rejections_on_paper not_risky_enough count"),
      knockBacks,
      gapDays,
    ],
    falls: [onPaper("IAPT"), onPaper("CMHT")],
    either: [figure("crises met at A&E", "A&E", "crises met count")],
  },
  {
    name: "writing up",
    strength: `chance of writing risk up, from 0 to 0.8; ${artful}`,
    from: { gp: artfulGps({ write_up: 0 }) },
    to: { gp: artfulGps({ write_up: 0.8 }) },
    rises: [onPaper("CMHT"), turnedAway("CMHT", "not_risky_enough")],
    falls: [gapDays],
    either: [waitAt("CMHT")],
  },
  {
    name: "writing down",
    strength: `chance of writing risk down, from 0 to 0.8; ${artful}`,
    from: { gp: artfulGps({ write_down: 0 }) },
    to: { gp: artfulGps({ write_down: 0.8 }) },
    rises: [onPaper("IAPT"), turnedAway("IAPT", "too_risky")],
    falls: [figure("rejected by IAPT as too risky, PD", "IAPT", "rejections_on_paper too_risky count", "pd")],
    either: [figure("recovery at IAPT, PD", "IAPT", "recovered finished_at_caseness share", "pd")],
  },
  {
    name: "label in the letter",
    strength: "chance of naming the diagnosis, from 0 to 1",
    from: { gp: { recognition: { label_in_letter: 0 } } },
    to: { gp: { recognition: { label_in_letter: 1 } } },
    rises: [
      sum("rejected for the label, PD", [
        figure("", "IAPT", "rejections_on_paper label count", "pd"),
        figure("", "CMHT", "rejections_on_paper label count", "pd"),
      ]),
    ],
    falls: [onPaper("IAPT"), onPaper("CMHT")],
    either: [],
  },
  {
    name: "waiting hazard",
    strength: "half of those who wait have left after 60 days in place of 120, at IAPT and the CMHT",
    to: {
      services: {
        IAPT: { waiting_list: { patience: { scale_days: 60 } } },
        CMHT: { waiting_list: { patience: { scale_days: 60 } } },
      },
    },
    rises: [leftAt("IAPT"), leftAt("CMHT"), figure("disengaged", practices, "disengaged events count")],
    falls: [
      figure("share of letters that came to treatment, IAPT", "IAPT", "entered_treatment sent share"),
      finishedAt("CMHT"),
    ],
    either: [
      finishedAt("IAPT"),
      figure("waiting list for assessment, CMHT", "CMHT", "queue_length time_weighted mean"),
    ],
  },
  {
    name: "group share",
    strength:
      "people sent to a group, weight 0.14 to 0.6, with 120 staff minutes for its session on both sides (240 in the baseline: for each person as much as guided self-help)",
    from: iapt({ programmes: { group: { session_minutes: 120 } } }),
    to: iapt({ programmes: { group: { session_minutes: 120, share: wide(0.6) } } }),
    rises: [figure("offers declined, PD", "IAPT", "declined events count", "pd")],
    falls: [hiddenAt("IAPT")],
    either: [waitAt("IAPT"), figure("recovery at IAPT", "IAPT", "recovered finished_at_caseness share")],
  },
  {
    name: "outreach",
    strength:
      "chance that it keeps somebody, from 0 to 0.6, with a twentieth of staff time kept for it on both sides, at IAPT and the CMHT",
    from: { services: { IAPT: { waiting_list: outreach(0) }, CMHT: { waiting_list: outreach(0) } } },
    to: { services: { IAPT: { waiting_list: outreach(0.6) }, CMHT: { waiting_list: outreach(0.6) } } },
    needsLogs: true,
    rises: [
      {
        name: "engagement at the end, of people whom outreach reached",
        of: ({ film }, { lever }) => meanEngagement(film!, lever.film!),
      },
      sum("people whom outreach kept", [
        figure("", "IAPT", "outreach events count"),
        figure("", "CMHT", "outreach events count"),
      ]),
    ],
    falls: [sum("left waiting, IAPT and CMHT", [leftAt("IAPT"), leftAt("CMHT")])],
    either: [
      figure("clinical hours, IAPT", "IAPT", "contact_hours attended sum"),
      figure("clinical hours, CMHT", "CMHT", "contact_hours attended sum"),
    ],
  },
  {
    name: "feedback",
    strength: "IAPT and the CMHT tell no GP, and tell every GP",
    from: {
      services: {
        IAPT: { feedback: { non_engagement: 0, progress: 0 } },
        CMHT: { feedback: { non_engagement: 0, progress: 0 } },
      },
    },
    to: {
      services: {
        IAPT: { feedback: { non_engagement: 1, progress: 1 } },
        CMHT: { feedback: { non_engagement: 1, progress: 1 } },
      },
    },
    rises: [
      sum("what GPs hear", [
        figure("", "IAPT", "feedback non_engagement count"),
        figure("", "IAPT", "feedback progress count"),
        figure("", "CMHT", "feedback non_engagement count"),
        figure("", "CMHT", "feedback progress count"),
      ]),
      figure("recalls", practices, "recalls events count"),
    ],
    falls: [
      sum("person-days disengaged or lost", [
        figure("", practices, "person_days disengaged sum"),
        figure("", practices, "person_days lost sum"),
      ]),
    ],
    either: [],
  },
  {
    name: "trained share",
    strength: "IAPT's staff, from nobody trained to everybody",
    from: iapt({ staff: trainedTo(0) }),
    to: iapt({ staff: trainedTo(1) }),
    rises: [
      figure("accepted by IAPT, PD", "IAPT", "acceptances events count", "pd"),
      figure("recovered at IAPT, PD", "IAPT", "recovered events count", "pd"),
    ],
    falls: [figure("rejected by IAPT as too complex, PD", "IAPT", "rejections_on_paper too_complex count", "pd")],
    either: [],
  },
  {
    name: "session cap",
    strength: "most sessions of every course in IAPT, from 4 to 20",
    from: iapt(eachCourse({ session_cap: 4 })),
    to: iapt(eachCourse({ session_cap: 20 })),
    rises: [
      figure("recovery at IAPT", "IAPT", "recovered finished_at_caseness share"),
      figure("contacts in a course, IAPT", "IAPT", "contacts_per_course finished mean"),
    ],
    falls: [figure("completed unresolved, IAPT", "IAPT", "abandoned completed_unresolved count")],
    either: [waitAt("IAPT"), hiddenAt("IAPT")],
  },
  {
    name: "third-sector fit",
    strength: "share of people who fit the charity's box, from 0.2 to 1",
    from: { services: { charity: { fits: 0.2 } } },
    to: { services: { charity: { fits: wide(1) } } },
    rises: [finishedAt("charity")],
    falls: [gapDays],
    either: [],
  },
  {
    name: "scheduled GP dates",
    strength: "chance of a plan where no service is left, from 0 to 1",
    from: { gp: { plan: { chance: 0 } } },
    to: { gp: { plan: { chance: 1 } } },
    rises: [figure("planned consultations", practices, "gp_consultations planned count")],
    falls: [crises, { name: "consultations not planned", of: ({ find }) => unplanned(find) }],
    either: [figure("GP minutes", practices, "gp_minutes consultations count")],
  },
];

function trainedTo(share: number): object {
  const pools = base.services.find(({ name }) => name === "IAPT")!.staff;
  return Object.fromEntries(pools.map(({ name, wte }) => [name, { trained_wte: wide(wte * share) }]));
}

const unplanned = (find: Find): number =>
  find(practices, "all", "gp_consultations", "attended", "count") -
  find(practices, "all", "gp_consultations", "planned", "count");
