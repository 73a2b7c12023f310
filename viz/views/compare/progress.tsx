/** How far the runs are, whether what is shown is rough or old, and how many there are to be. */
import type { JSX } from "preact";
import { Details } from "../../parts/details.tsx";
import { Button, Input, Select } from "../../parts/field.tsx";
import { runChoices } from "../../state/first.ts";
import type { Results } from "../../study/results.ts";
import type { Page, ViewProps } from "../../view.ts";

export function Progress({ page }: ViewProps): JSX.Element {
  const { results, state } = page;
  const full = results.scale === 1 && !results.stale ? results.runs : 0;
  return (
    <div class="progress">
      <label for="progress" id="progress-text">
        {howFar(results)}
      </label>
      {results.busy && <progress id="progress" max={state.runs} value={full} />}
      {results.busy && (
        <Button small secondary id="cancel" onClick={page.cancel}>
          Stop
        </Button>
      )}
      <RunsAndSeed page={page} />
    </div>
  );
}

function howFar({ runs, of, scale, stale, busy, scenarios }: Results): string {
  if (scenarios.length === 0 || (runs === 0 && busy)) return "Starting";
  if (stale) return "Of the question before: the new answer is on its way";
  if (scale < 1)
    return `A rough first answer, from a model of 1 in ${Math.round(1 / scale)} people; the full one is on its way`;
  if (busy) return `${runs} of ${of} runs of each, 95% intervals`;
  return runs < of ? `Stopped after ${runs} of ${of} runs of each` : `${runs} runs of each, 95% intervals`;
}

function RunsAndSeed({ page }: { readonly page: Page }): JSX.Element {
  const { runs, seed } = page.state;
  const choices = [...new Set([...runChoices, runs])].toSorted((a, b) => a - b);
  return (
    <Details summary="Runs and seed" class="settings">
      <Select
        id="runs"
        label="Runs of each"
        hint="More runs take longer and are surer."
        value={String(runs)}
        choices={choices.map((count) => ({ value: String(count), text: `${count} runs` }))}
        onChange={(value) => page.change((state) => ({ ...state, runs: Number(value) }))}
      />
      <Input
        id="seed"
        label="Seed"
        hint="Any text. The same text gives the same figures everywhere."
        value={seed}
        onChange={(value) => page.change((state) => ({ ...state, seed: value || "caregap" }))}
      />
    </Details>
  );
}
