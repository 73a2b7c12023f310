/** Own data: files that the reader sets down, what they are, what is wrong with them, and what becomes of them. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../../src/index.ts";
import { listenForDrops, readFiles } from "../../own/files.ts";
import { importAll, type SetDown, toolIn } from "../../own/import.ts";
import { recognise } from "../../own/recognise.ts";
import { judge, type Refused, use } from "../../own/use.ts";
import { Button, Input, Radios } from "../../parts/field.tsx";
import { Faults } from "../../parts/faults.tsx";
import { fromStudyFile, isStudyFile } from "../../share/study-file.ts";
import { goTo } from "../../state/edits.ts";
import { listScenarios } from "../../study/library.ts";
import type { Page, ViewProps } from "../../view.ts";
import { AgesForm } from "./ages.tsx";
import { KindOf } from "./kind.tsx";
import { PracticesForm } from "./practices.tsx";

/** A study that was saved takes the place of this one, which a step back brings again. */
function openStudy(page: Page, [name, text]: readonly [string, string]): Refused[] {
  const found = fromStudyFile(text);
  if (!found.ok)
    return [
      {
        name,
        problems: [{ at: name, expected: "a study saved by caregap", got: "something else", hint: found.message }],
      },
    ];
  page.change(() => found.state);
  page.announce(`${name} is open.`);
  return [];
}

export function OwnView({ page }: ViewProps): JSX.Element {
  const [files, setFiles] = useState<readonly SetDown[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [reading, setReading] = useState("");
  const take = async (chosen: Iterable<File>): Promise<void> => {
    const { added, tooLarge } = await readFiles(chosen);
    const study = Object.entries(added).find(([name, text]) => isStudyFile(name, text));
    if (study !== undefined) {
      setRefused(openStudy(page, study));
      return;
    }
    const setDown = Object.entries(added).map(([name, text]) => ({ name, text, kind: recognise(name, text) }));
    const isTable = (file: SetDown): boolean =>
      file.kind === "table" || setDown.some(({ kind, text }) => kind === "scenario" && text.includes(file.name));
    const scenarios = setDown.filter((file) => file.kind === "scenario" || isTable(file));
    const others = setDown.filter((file) => !scenarios.includes(file));
    setReading(scenarios.map(({ name }) => name).join(", "));
    const faulty = scenarios.some(({ kind }) => kind === "scenario")
      ? await tryThem(page, scenarios)
      : notAny(scenarios);
    setReading("");
    setRefused([...tooLarge.map((name) => ({ name, problems: [large] })), ...faulty]);
    setFiles((before) => [...before.filter(({ name }) => !Object.hasOwn(added, name)), ...others]);
  };
  useEffect(() => listenForDrops(document, (dropped) => void take(dropped)), [page.state.files, page.state.scenarios]);
  const change = (at: number, changes: Partial<SetDown>): void =>
    setFiles(files.with(at, { ...files[at]!, ...changes }));
  return (
    <>
      <h1 class="nhsuk-heading-xl">Own data</h1>
      <p class="promise">
        <strong>Nothing leaves this machine.</strong> Files are read by this page, here, and are sent nowhere. They are
        kept only in the study itself: saving or sharing the study takes them along.
      </p>
      <p role="status">{reading !== "" && `Reading ${reading}…`}</p>
      <div id="refused" tabIndex={-1}>
        {refused.map(({ name, problems }) => (
          <Faults heading={`${name} cannot be used yet. Nothing else has changed.`} problems={problems} />
        ))}
      </div>
      <div class="nhsuk-form-group" id="drop">
        <label class="nhsuk-label" for="files">
          Choose files, or drop them anywhere on this page
        </label>
        <p class="nhsuk-hint" id="files-hint">
          Scenarios (JSON, with the tables that they name); files of PathSimR or simulation-dts-renege; a CSV of
          practices, or of how long people on a waiting list have waited; a study saved here. At most 20 MB each.
        </p>
        <input
          class="file"
          id="files"
          type="file"
          multiple
          accept=".json,.csv,.txt"
          aria-describedby="files-hint"
          onChange={({ currentTarget }) =>
            void take([...(currentTarget.files ?? [])]).then(() => (currentTarget.value = ""))
          }
        />
      </div>
      {files.map((file, at) => (
        <section class="set-down" aria-label={file.name} key={file.name}>
          <KindOf file={file} onKind={(kind) => change(at, { kind })} onAway={() => setFiles(files.toSpliced(at, 1))} />
          {file.kind === "practices" && <PracticesForm page={page} file={file} />}
          {file.kind === "ages" && <AgesForm page={page} file={file} />}
        </section>
      ))}
      {toolIn(files) !== undefined && <ImportForm page={page} files={files} onRefused={setRefused} />}
      <OwnFiles page={page} />
    </>
  );
}

const large: Problem = { at: "the file", expected: "a file of at most 20 MB", got: "a larger file" };
const noScenario: Problem = {
  at: "the file",
  expected: "a scenario, or a table of a kind that is listed here",
  got: "another kind of file",
  hint: "Tables that a scenario names can be set down together with it.",
};
const notAny = (files: readonly SetDown[]): Refused[] => files.map(({ name }) => ({ name, problems: [noScenario] }));

/** Adds scenarios to the study and goes to look at them, or says what is wrong with them. */
async function tryThem(page: Page, files: readonly SetDown[]): Promise<readonly Refused[]> {
  const added = Object.fromEntries(
    files.map(({ name, text }) => [name.replace(/(?<!\.json)(?<!\.csv)(?<!\.txt)$/i, ".json"), text]),
  );
  const refused = await judge(page.state, added);
  if (refused.length > 0) {
    page.announce(`${refused.length} of the files cannot be used yet.`);
    return refused;
  }
  const listed = await listScenarios({ ...page.state.files, ...added });
  const kindOf = (name: string): string => listed.find((one) => one.name === name)?.kind ?? "unknown";
  page.change((state) => goTo("compare")(use(added, kindOf)(state)));
  return [];
}

interface ImportFormProps extends ViewProps {
  readonly files: readonly SetDown[];
  readonly onRefused: (refused: readonly Refused[]) => void;
}

function ImportForm({ page, files, onRefused }: ImportFormProps): JSX.Element {
  const [timeUnit, setUnit] = useState<"hours" | "days">("days");
  const [from, setFrom] = useState("1166");
  const tool = toolIn(files);
  const hasFlow = files.some(({ kind }) => kind === "renege flow");
  const bringIn = async (): Promise<void> => {
    const made = importAll(files, { timeUnit, flowFromDay: hasFlow ? Number(from) : undefined });
    const name = tool === "pathsimr" ? "PathSimR" : "simulation-dts-renege";
    if (!made.ok) onRefused([{ name: `The network of ${name}`, problems: made.problems }]);
    else
      onRefused(await tryThem(page, [{ name: `${name}.json`, text: JSON.stringify(made.scenario), kind: "scenario" }]));
  };
  return (
    <section class="set-down" aria-label="Bring in">
      {tool === "pathsimr" && (
        <Radios
          name="time-unit"
          legend="Times in these files are in"
          value={timeUnit}
          choices={[
            { value: "days", text: "days" },
            { value: "hours", text: "hours" },
          ]}
          onChange={(value) => setUnit(value === "hours" ? "hours" : "days")}
        />
      )}
      {hasFlow && (
        <Input
          id="flow-from"
          label="First day of the later flow"
          hint="As that tool counts: from 1."
          short
          numeric
          value={from}
          onInput={setFrom}
        />
      )}
      <Button onClick={() => void bringIn()}>Bring this network in</Button>
    </section>
  );
}

/** Files that are in the study. */
function OwnFiles({ page }: ViewProps): JSX.Element {
  const { files, scenarios } = page.state;
  const names = Object.keys(files);
  if (names.length === 0) return <></>;
  const inUse = new Set(scenarios.map(({ base }) => base));
  const takeAway = (name: string): void =>
    page.change((state) => ({
      ...state,
      files: Object.fromEntries(Object.entries(state.files).filter(([file]) => file !== name)),
    }));
  return (
    <section aria-labelledby="own-files-head">
      <h2 id="own-files-head" class="nhsuk-heading-m">
        Files in this study
      </h2>
      <ul class="nhsuk-list">
        {names.map((name) => (
          <li key={name}>
            {name}{" "}
            {inUse.has(name) ? (
              "(in use)"
            ) : (
              <button type="button" class="link" aria-label={`Take ${name} away`} onClick={() => takeAway(name)}>
                take away
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
