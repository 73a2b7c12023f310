/** `caregap story` as users have it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clinic, useProgram } from "./program.ts";

const caregap = useProgram();

interface Told {
  readonly stories: readonly { readonly name: string; readonly story: { readonly person: number } }[];
}

describe("caregap story", () => {
  test("finds somebody, tells their story, and the same person's in another scenario beside it", async () => {
    const who = ["--who", "most knock-backs"];
    const listed = await caregap.run("story", "baseline", ...who, "--list", "2", "--json");
    const [first] = JSON.parse(listed.out) as [{ readonly person: number; readonly value: number }];
    expect(first.value).toBeGreaterThan(2);
    expect((await caregap.run("story", "baseline", ...who, "--list", "2")).out).toMatch(
      /^most knock-backs\n {2}person +times\n/,
    );
    const { code, out } = await caregap.run("story", "baseline", ...who, "--with", "closed-gap");
    expect(code).toBe(0);
    expect(out).toContain(`Person ${first.person}: `);
    expect(out).toMatch(/letters rejected +\d+ +\d+/);
    expect(out).toMatch(/month \d+, day \d+ .* says no: /);
    const both = await caregap.run(
      "story",
      "baseline",
      "--person",
      `${first.person}`,
      "--with",
      "closed-gap",
      "--json",
    );
    const { stories } = JSON.parse(both.out) as Told;
    expect(stories.map(({ name, story }) => [name, story.person])).toEqual([
      ["baseline", first.person],
      ["closed-gap", first.person],
    ]);
  });

  test("refuses a number that nobody has, a plain network, and a world whose people are others", async () => {
    const wrong = await caregap.run("story", "baseline", "--person", "5");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(
      /^--person: expected the number of somebody in this run of baseline, such as \d+, got 5\./,
    );
    const network = await caregap.run("story", clinic, "--person", "5");
    expect(network.code).toBe(1);
    expect(network.err).toContain("clinic is a network of places");
    // Practices that are others: the same number is somebody else there.
    const baseline = readFileSync("scenarios/baseline.json", "utf8");
    writeFileSync(join(caregap.folder, "baseline.json"), baseline);
    const { practices } = (JSON.parse(baseline) as { population: { practices: { name: string }[] } }).population;
    const moved = practices.map((practice, i) => (i === 0 ? { ...practice, name: "moved" } : practice));
    const change = { population: { practices: moved } };
    const other = join(caregap.folder, "other.json");
    writeFileSync(other, JSON.stringify({ format: 1, extends: "baseline.json", title: "Other practices", change }));
    const somebody = /such as (\d+)/.exec(wrong.err)![1]!;
    const elsewhere = await caregap.run("story", "baseline", "--person", somebody, "--with", other);
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.err).toContain("--with: expected a scenario with the practices and groups of baseline");
    expect(elsewhere.err).toContain("in other that is somebody of pd at moved.");
  });
});
