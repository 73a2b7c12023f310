/** Share, save and report: the doors in the head of the page behind which a study is taken away or opened. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../parts/field.tsx";
import { firstStudy } from "../state/first.ts";
import type { Page } from "../view.ts";
import { forget } from "./autosave.ts";
import { safeLength } from "./link.ts";
import { reportOf } from "./report/from-page.ts";
import { printReport } from "./report/print.ts";
import { fileName, jsonFile, save } from "./save.ts";
import { addressOf } from "./start.ts";
import { fromStudyFile, studyEnding, toStudyFile } from "./study-file.ts";

/** Larger than this no study is. */
const mostBytes = 30_000_000;

const doors = ["Share", "Report"] as const;
type Door = (typeof doors)[number];

export function ShareDoors({ page }: { readonly page: Page }): JSX.Element {
  const [open, setOpen] = useState<Door | undefined>(undefined);
  const [link, setLink] = useState("");
  const toggle = (door: Door): void => {
    setOpen(open === door ? undefined : door);
    if (door === "Share") void addressOf(page.state, location.href).then(setLink);
  };
  return (
    <div class="share-doors">
      <div class="top-doors">
        {doors.map((door) => (
          <button
            type="button"
            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            aria-expanded={open === door}
            aria-controls="share-panel"
            onClick={() => toggle(door)}
          >
            {door}
          </button>
        ))}
      </div>
      <div id="share-panel" class="share-panel" hidden={open === undefined}>
        {open === "Share" && <Sharing page={page} link={link} />}
        {open === "Report" && <Reporting page={page} />}
      </div>
    </div>
  );
}

function Sharing({ page, link }: { readonly page: Page; readonly link: string }): JSX.Element {
  const [told, setTold] = useState("");
  const tell = (text: string): void => {
    setTold(text);
    page.announce(text);
  };
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(
      () => tell("The link is copied."),
      () => tell("This browser did not let the link be copied. Select it and copy it by hand."),
    );
  };
  const keepFile = (): void => save(document, `caregap${studyEnding}`, jsonFile(toStudyFile(page.state)));
  const openFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > mostBytes) {
      tell(`${file.name} is larger than any study. Choose the file that caregap has saved.`);
      return;
    }
    const found = fromStudyFile(await file.text());
    if (found.ok) page.change(() => found.state);
    tell(found.ok ? `${file.name} is open.` : found.message);
  };
  const anew = (): void => {
    forget();
    page.change(() => firstStudy);
    tell("Back to the first study. Undo brings yours back.");
  };
  return (
    <>
      <label class="nhsuk-label" for="share-link">
        The whole study as a link: it opens elsewhere with the same figures, to the last digit
      </label>
      <input
        class="nhsuk-input"
        id="share-link"
        readOnly
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {link.length > safeLength && (
        <p>This link is long, and some programs for mail and chat would cut it. Better send the study as a file.</p>
      )}
      <div class="take-away">
        <Button small onClick={copy}>
          Copy the link
        </Button>
        <Button small secondary onClick={keepFile}>
          Save the study as a file
        </Button>
        <Button small secondary onClick={anew}>
          Start anew
        </Button>
      </div>
      <label class="nhsuk-label" for="open-study">
        Open a study that was saved as a file
      </label>
      <input
        class="file"
        id="open-study"
        type="file"
        accept=".json"
        onChange={({ currentTarget }) => {
          void openFile(currentTarget.files?.[0]).then(() => (currentTarget.value = ""));
        }}
      />
      <p role="status">{told}</p>
    </>
  );
}

function Reporting({ page }: { readonly page: Page }): JSX.Element {
  const [told, setTold] = useState("");
  const isReady = page.results.runs > 1 && page.results.scenarios.length > 1;
  const saveWord = async (): Promise<void> => {
    setTold("Writing the report…");
    try {
      const report = await reportOf(document, page);
      const { wordOf } = await import("./report/word.ts");
      save(document, fileName(report.title, "docx"), await wordOf(document, report));
      setTold("The report is saved.");
    } catch (error) {
      setTold(`The report could not be written: ${error instanceof Error ? error.message : String(error)}.`);
    }
  };
  const print = async (): Promise<void> => printReport(document, await reportOf(document, page));
  if (!isReady) return <p>There is no answer to report yet.</p>;
  return (
    <>
      <p>
        The question, the answer, the charts, what was assumed, what was not modelled, and how to repeat it.
        {page.results.busy && " Runs are still coming in: the report says how many it rests on."}
      </p>
      <div class="take-away">
        <Button small onClick={() => void saveWord()}>
          Save as a Word document
        </Button>
        <Button small secondary onClick={() => void print()}>
          Print, or save as PDF
        </Button>
      </div>
      <p role="status">{told}</p>
    </>
  );
}
