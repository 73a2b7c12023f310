/** Words that not everybody knows, each in a plain sentence. By the word as it is written in the middle of a sentence. */
export const glossary = {
  assessment: "A first meeting in which a service finds out what somebody needs, and whether it can help.",
  "A&E": "Accident and emergency: the hospital department that is open day and night.",
  caseload: "The people whom a service or a member of staff is looking after at one time.",
  CMHT: "Community mental health team: looks after people with severe or long-lasting mental illness outside hospital.",
  course: "All the sessions that a person has for one treatment, from the first to the last.",
  crisis: "A time when somebody cannot cope and needs help at once.",
  disengaged: "Has left a waiting list, declined an offer or stopped coming, and has not been in contact since.",
  DNA: "Did not attend: an appointment that was booked and missed.",
  estimand: "What exactly a figure is of: for example, the wait of those who were seen, or of all who were referred.",
  gap: "Somebody has need, and no referral is open, no treatment goes on and nobody holds them.",
  hold: "Light contact that goes on after treatment: somebody to ring, and somebody who keeps an eye on risk.",
  IAPT: "Improving Access to Psychological Therapies, today called NHS Talking Therapies: mostly short courses for depression and anxiety.",
  interval:
    "How far off the estimate may be through chance: if all runs were done again and again, 95 of 100 such intervals would hold the true value of the model.",
  "knock-back": "A rejection after which the GP is left holding the person.",
  PD: "Personality disorder: long-lasting difficulties with feelings and relationships. A contested name; people who live with it deserve care like everybody else.",
  "PHQ-9": "Nine questions about mood. The score goes from 0 to 27; 10 and more counts as a case of depression.",
  referral: "A letter that asks a service to see somebody.",
  replication: "One run of the model with its own luck.",
  "risk band": "How likely it seems that somebody comes to harm: low, moderate, high or very high.",
  run: "One story that could have happened: the model from the first day to the last, with its own luck.",
  seed: "A text from which all luck is drawn. The same seed gives the same people and the same luck, everywhere.",
  SMI: "Severe mental illness, such as schizophrenia or bipolar disorder.",
  "third sector": "Charities and voluntary groups.",
  triage: "Reading a referral and deciding whether to see the person.",
  utilisation: "The share of staff time that is taken up.",
  "warm-up":
    "The first part of a run, which is not counted, since it takes time until lists and caseloads look like those of a real service.",
  WTE: "Whole-time equivalent: two people who work half the week are 1 WTE.",
} as const satisfies Readonly<Record<string, string>>;

export type GlossaryWord = keyof typeof glossary;

/** Where to find help: stands at the foot of every lesson. */
export const help = {
  text: "If this touches you: in the UK you can ring Samaritans on 116 123 at any time, free of charge, or text SHOUT to 85258. In England NHS 111, option 2, puts you through to a mental health team. In an emergency ring 999.",
  sources: "Mind and Rethink Mental Illness have pages on personality disorder written with people who live with it.",
} as const;
