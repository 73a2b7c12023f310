import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_LIMIT, readCsv } from "../../src/scenario/csv.ts";

const tableOf = (text: string) => {
  const read = readCsv(text, "t.csv");
  return read.ok ? read.csv : read.problems;
};

test("a byte order mark, line ends of Windows and empty lines make no difference", () => {
  const expected = {
    header: ["a", "b"],
    rows: [
      ["1", "2"],
      ["3", "4"],
    ],
    lines: [2, 4],
  };
  expect(tableOf("\uFEFFa,b\r\n1,2\r\n\r\n3,4\r\n,\r\n")).toEqual(expected);
  expect(tableOf("a,b\r1,2\r\r3,4")).toEqual(expected);
});

test("semicolons and tabs are seen in the header, whatever lists stand in the cells", () => {
  expect(tableOf("a;b\n1,5;2")).toMatchObject({ header: ["a", "b"], rows: [["1,5", "2"]] });
  expect(tableOf("a\tb\n1,5\t2;3")).toMatchObject({ rows: [["1,5", "2;3"]] });
  expect(tableOf('"x;y;z",b\n1;0.2;2;0.8,2')).toMatchObject({ header: ["x;y;z", "b"], rows: [["1;0.2;2;0.8", "2"]] });
});

test("cells may hold quotes and line ends, and rows after them keep their line", () => {
  expect(tableOf('a,b\n"one\r\ntwo","say ""no"""\n3,4')).toEqual({
    header: ["a", "b"],
    rows: [
      ["one\ntwo", 'say "no"'],
      ["3", "4"],
    ],
    lines: [2, 4],
  });
});

test("one column is a table too, and cells and names are kept as they stand", () => {
  expect(tableOf("a\n1\n2\n")).toEqual({ header: ["a"], rows: [["1"], ["2"]], lines: [2, 3] });
  expect(tableOf("a , a\n 1,2 ")).toEqual({ header: ["a ", " a"], rows: [[" 1", "2 "]], lines: [2] });
});

test.each([
  ["", [{ at: "t.csv", expected: "a header and rows of cells", got: "an empty file" }]],
  [
    "a,b\n1,2\n3\n4,5,6\n",
    [
      { at: "t.csv, line 3", expected: "2 cells, as in the header", got: "1" },
      { at: "t.csv, line 4", expected: "2 cells, as in the header", got: "3" },
    ],
  ],
  ['a,b\n"1,2\n3,4', [{ at: "t.csv, line 2", expected: "a closing quote", got: "the end of the file" }]],
])("%j is refused", (text, problems) => {
  expect(tableOf(text)).toEqual(problems);
});

test("a table that is ragged throughout is told in a few lines, and one that is too long is not read", () => {
  const problems = tableOf(`a,b\n${"1\n".repeat(1000)}`);
  expect(Array.isArray(problems) && problems.at(-1)?.got).toBe("980 more faults");
  expect(readCsv("a".repeat(CSV_LIMIT + 1), "t.csv").ok).toBe(false);
});

test("any text is read or refused, never thrown at", () => {
  const texts = fc
    .array(fc.constantFrom("a", "1", '"', ",", ";", "\n", "\r", "\t", " ", "\uFEFF"))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      expect(typeof readCsv(text, "t.csv").ok).toBe("boolean");
    }),
  );
});
