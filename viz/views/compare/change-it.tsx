/** Everything that can be changed, grouped by service, with where each number is from; and what differs from the baseline. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { differencesOf, leversOf, ownTo } from "../../levers/numbers.ts";
import { titlesApart } from "../../levers/titles.ts";
import { type Part, partsOf } from "../../levers/parts.ts";
import { Button, Select } from "../../parts/field.tsx";
import { focusOf, look, reset, set, triedIn } from "../../state/edits.ts";
import type { CompareView } from "../../state/state.ts";
import type { ViewProps } from "../../view.ts";
import { AddService } from "./add-service.tsx";
import { LeverField } from "./lever.tsx";

export function ChangeIt({ page }: ViewProps): JSX.Element {
  const { state, results } = page;
  const focus = focusOf(state);
  const known = results.scenarios.find(({ asked }) => asked.id === focus.id);
  const show = (changes: Partial<CompareView>): void =>
    page.change((now) => look({ compare: { ...now.view.compare, ...changes } })(now));
  const baseline = results.scenarios[0]?.file;
  const own = baseline && known?.file ? ownTo(baseline, known.file) : new Set<string>();
  const parts = known?.file === undefined ? [] : partsOf(leversOf(known.file, focus), own);
  const part = parts.find(({ path }) => path === state.view.compare.part) ?? parts[0];
  return (
    <section class="change" id="change" aria-labelledby="change-head">
      <h2 id="change-head" class="nhsuk-heading-l" tabIndex={-1}>
        Change it
      </h2>
      <p class="change-what">
        {triedIn(state).length > 1 ? "You are changing " : "Changing "}
        <strong>{known?.title ?? ""}</strong>
      </p>
      {part === undefined ? (
        <p>Nothing here can be changed.</p>
      ) : (
        <>
          <Select
            id="part"
            label="Service or part"
            value={part.path}
            choices={parts.map(({ path, title }) => ({ value: path, text: title }))}
            onChange={(value) => show({ part: value })}
          />
          <Levers page={page} part={part} all={state.view.compare.all} onAll={(all) => show({ all })} />
        </>
      )}
      {known?.file?.kind === "pathway" && <AddService page={page} scenario={known.file} id={focus.id} />}
      <Differs page={page} />
    </section>
  );
}

interface LeversProps extends ViewProps {
  readonly part: Part;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

function Levers({ page, part, all, onAll }: LeversProps): JSX.Element {
  const focus = focusOf(page.state);
  const [searched, setSearched] = useState("");
  const shown = part.levers.length === 0 || all ? [...part.levers, ...part.others] : part.levers;
  const words = searched.toLowerCase().split(/\s+/);
  const found = shown.filter(({ parameter: { title, path } }) =>
    words.every((word) => `${title} ${path}`.toLowerCase().includes(word)),
  );
  const titles = titlesApart(shown.map(({ parameter }) => parameter));
  return (
    <div class="levers">
      {shown.length > 12 && (
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="find-lever">
            Find a number
          </label>
          <input
            class="nhsuk-input"
            id="find-lever"
            type="search"
            value={searched}
            onInput={({ currentTarget }) => setSearched(currentTarget.value)}
          />
        </div>
      )}
      {found.map((lever) => (
        <LeverField
          key={`${focus.id} ${lever.parameter.path}`}
          lever={lever}
          title={titles.get(lever.parameter.path) ?? lever.parameter.path}
          onSet={(value) =>
            page.change(set(focus.id, lever.parameter.path, value), `${focus.id} ${lever.parameter.path}`)
          }
        />
      ))}
      {part.levers.length > 0 && part.others.length > 0 && (
        <Button small secondary onClick={() => onAll(!all)}>
          {all ? "Show only what a manager decides" : `Show all ${part.levers.length + part.others.length} numbers`}
        </Button>
      )}
    </div>
  );
}

/** What differs from the baseline, each with a way back. */
function Differs({ page }: ViewProps): JSX.Element {
  const { state, results } = page;
  const focus = focusOf(state);
  const [baseline] = results.scenarios;
  const other = results.scenarios.find(({ asked }) => asked.id === focus.id);
  if (baseline?.file === undefined || other?.file === undefined) return <></>;
  const from = { file: baseline.file, asked: state.scenarios[0]! };
  const differing = differencesOf(from, { file: other.file, asked: focus });
  return (
    <div class="differs">
      <h3 class="nhsuk-heading-m">What differs from the baseline</h3>
      {differing.length === 0 ? (
        <p>Nothing. Move a lever, or choose another design.</p>
      ) : (
        <ul class="nhsuk-list">
          {differing.map(({ path, title, unit, was, is, own }) => (
            <li key={path}>
              {title}: {was !== "" && `${was} → `}
              <strong>{is}</strong> {unit}{" "}
              {own && (
                <button
                  type="button"
                  class="link"
                  aria-label={`Reset ${title}`}
                  onClick={() => page.change(set(focus.id, path, undefined))}
                >
                  reset
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {focus.changes.length > 0 && (
        <Button small secondary onClick={() => page.change(reset(focus.id))}>
          Reset all your changes
        </Button>
      )}
    </div>
  );
}
