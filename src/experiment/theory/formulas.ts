/** The closed forms by name, with where they were first shown. */

export interface Formula {
  readonly name: string;
  readonly citation: string;
}

export const formulas = {
  erlangB: {
    name: "M/G/c/c (Erlang B)",
    citation: "Erlang 1917, Elektroteknikeren 13:5-13; for any service Sevastyanov 1957, Theory Probab Appl 2:104-112",
  },
  erlangC: { name: "M/M/c (Erlang C)", citation: "Erlang 1917, Elektroteknikeren 13:5-13" },
  mmck: {
    name: "M/M/c/K",
    citation: "Gross, Shortle, Thompson and Harris 2008, Fundamentals of Queueing Theory, ch. 2",
  },
  erlangA: {
    name: "M/M/c+M (Erlang A)",
    citation: "Palm 1957, Tele 1; Garnett, Mandelbaum and Reiman 2002, Manuf Serv Oper Manag 4:208-227",
  },
  mg1: {
    name: "M/G/1 (Pollaczek-Khinchine)",
    citation: "Pollaczek 1930, Math Z 32:64-100; Khinchine 1932, Mat Sbornik 39:73-84",
  },
  md1: { name: "M/D/1", citation: "Erlang 1909, Nyt Tidsskrift for Matematik B 20:33-39" },
  mgInfinity: { name: "M/G/∞", citation: "Takács 1962, Introduction to the Theory of Queues, ch. 3" },
  mtgInfinity: { name: "M(t)/G/∞", citation: "Eick, Massey and Whitt 1993, Oper Res 41:731-742" },
  jackson: {
    name: "open Jackson network",
    citation:
      "Jackson 1957, Oper Res 5:518-521; with groups Baskett, Chandy, Muntz and Palacios 1975, J ACM 22:248-260",
  },
  traffic: { name: "traffic equations", citation: "Jackson 1957, Oper Res 5:518-521" },
  cobham: { name: "non-preemptive priority (Cobham)", citation: "Cobham 1954, Oper Res 2:70-76" },
  little: {
    name: "Little's law",
    citation: "Little 1961, Oper Res 9:383-387; over a finite window Little 2011, Oper Res 59:536-549",
  },
} as const satisfies Readonly<Record<string, Formula>>;
