/** How far the runs are, whether what is shown is rough or old, and how many there are to be. */
import type { JSX } from "preact";
import { Details } from "../../parts/details.tsx";
import { Button, Input, Select } from "../../parts/field.tsx";
import { restsOn } from "../../parts/soft.ts";
import { runChoices } from "../../state/first.ts";
import type { Page, ViewProps } from "../../view.ts";

export function Progress({ page }: ViewProps): JSX.Element {
  const { results, state } = page;
  const full = results.scale === 1 && !results.stale ? results.runs : 0;
  return (
    <div class="progress">
      <label for="progress" id="progress-text">
        {restsOn(results)}
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
