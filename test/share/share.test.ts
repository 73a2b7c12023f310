/** A study in an address, in a file and in the browser's store: it comes back whole, or a message says what to do. */
import { gzipSync } from "node:zlib";
import { assert, asyncProperty, base64String, json, oneof, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { keep, kept, type Keep } from "../../viz/share/autosave.ts";
import { checkState } from "../../viz/share/check.ts";
import { fromLink, toLink } from "../../viz/share/link.ts";
import { fromStudyFile, isStudyFile, toStudyFile } from "../../viz/share/study-file.ts";
import { study } from "./studies.ts";

const packed = (value: unknown): string =>
  `1.${gzipSync(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url")}`;
const nested = (depth: number): unknown => (depth === 0 ? null : [nested(depth - 1)]);
const messageOf = async (text: string): Promise<string> => {
  const found = await fromLink(text);
  return found.ok ? "opened" : found.message;
};

describe("a link", () => {
  test("gives the same study back, to the last bit of every number", async () => {
    const link = await toLink(study);
    expect(link).toMatch(/^1\.[\w-]+$/);
    expect(await fromLink(link)).toEqual({ ok: true, state: study });
  });

  test("the same study gives the same link", async () => {
    expect(await toLink(structuredClone(study))).toBe(await toLink(study));
  });

  test("cut anywhere, or with a letter changed anywhere, it is refused and never opened as another study", async () => {
    const link = await toLink(study);
    for (let length = 0; length < link.length; length += 7) {
      expect(await messageOf(link.slice(0, length))).not.toBe("opened");
    }
    const opened = await Promise.all(
      Array.from({ length: 120 }, async (_, at) => {
        const spot = 2 + Math.floor((at / 120) * (link.length - 2));
        const bent = link.slice(0, spot) + (link[spot] === "A" ? "B" : "A") + link.slice(spot + 1);
        const found = await fromLink(bent);
        return found.ok && JSON.stringify(found.state) !== JSON.stringify(study);
      }),
    );
    expect(opened).not.toContain(true);
  });

  test("of a newer format, it says so", async () => {
    expect(await messageOf("2.abcd")).toContain("newer caregap");
    expect(await messageOf(packed({ ...study, format: 2 }))).toContain("newer caregap");
  });

  test("that unpacks to more than any study is not opened", async () => {
    expect(await messageOf(packed(" ".repeat(31_000_000)))).toContain("more than any study holds");
  });

  test.each([
    ["a text", "study"],
    ["not JSON", "{"],
    ["nothing", null],
    ["a list", []],
    ["too few fields", { format: 1 }],
    ["a field too many", { ...study, html: "<b>" }],
    ["no scenario", { ...study, scenarios: [] }],
    ["too many scenarios", { ...study, scenarios: "abcdef".split("").map((id) => ({ ...study.scenarios[0], id })) }],
    ["two of one id", { ...study, scenarios: [study.scenarios[0], study.scenarios[0]] }],
    ["no runs", { ...study, runs: 0 }],
    ["a fraction of runs", { ...study, runs: 2.5 }],
    ["too many runs", { ...study, runs: 1e9 }],
    ["a view that is not there", { ...study, view: { ...study.view, route: "admin" } }],
    ["a value too deep", { ...study, view: { ...study.view, others: { a: nested(500) } } }],
  ])("that holds %s is refused with a message", async (_, value) => {
    expect(await messageOf(packed(value))).toMatch(/\. Ask|\. Open|not whole/);
  });

  test("of any text at all, it never throws", async () => {
    await assert(
      asyncProperty(
        oneof(
          string(),
          json(),
          base64String().map((text) => `1.${text}`),
        ),
        async (text) => {
          expect((await fromLink(text)).ok).toBe(false);
        },
      ),
    );
  });
});

test("a prototype cannot be smuggled in", () => {
  const found = checkState(JSON.parse(JSON.stringify(study).replace('"files":{', '"files":{"__proto__":"x",')));
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  if (found.ok) expect(Object.getPrototypeOf(found.state.files)).toBe(Object.prototype);
});

describe("a file", () => {
  test("gives the same study back", () => {
    const text = toStudyFile(study);
    expect(isStudyFile("my study.caregap.json", text)).toBe(true);
    expect(isStudyFile("renamed.json", text)).toBe(true);
    expect(fromStudyFile(`\uFEFF${text}`)).toEqual({ ok: true, state: study });
  });

  test.each(["", "{", "[]", '{"format":1,"kind":"network"}', toStudyFile(study).slice(0, -10)])(
    "that is no whole study is refused: %#",
    (text) => {
      expect(fromStudyFile(text)).toMatchObject({ ok: false, message: expect.stringContaining("not whole") as string });
    },
  );

  test("a scenario is not taken for a study", () => {
    expect(isStudyFile("mine.json", '{"format": 1, "kind": "network"}')).toBe(false);
  });
});

describe("the browser's store", () => {
  const memory = (): Keep & { readonly held: Map<string, string> } => {
    const held = new Map<string, string>();
    return {
      held,
      getItem: (key) => held.get(key) ?? null,
      setItem: (key, value) => void held.set(key, value),
      removeItem: (key) => void held.delete(key),
    };
  };

  test("keeps the last study", () => {
    const store = memory();
    expect(kept(store)).toBeUndefined();
    expect(keep(study, store)).toBe("kept");
    expect(kept(store)).toEqual({ ok: true, state: study });
  });

  test("that is full keeps the one before, and says so", () => {
    const store = memory();
    keep(study, store);
    const full = {
      ...store,
      setItem: () => {
        throw new DOMException("no room", "QuotaExceededError");
      },
    };
    expect(keep({ ...study, runs: 99 }, full)).toBe("full");
    expect(kept(full)).toEqual({ ok: true, state: study });
  });

  test("that is forbidden, or holds nonsense, ends in a word and no error", () => {
    const no = (): never => {
      throw new DOMException("no", "SecurityError");
    };
    expect(keep(study, { getItem: no, setItem: no, removeItem: no })).toBe("forbidden");
    expect(kept({ getItem: no, setItem: no, removeItem: no })).toBeUndefined();
    const store = memory();
    store.setItem("caregap study", "{");
    expect(kept(store)).toMatchObject({ ok: false });
  });
});
