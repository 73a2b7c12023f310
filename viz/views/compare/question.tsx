/** Which designs are compared: up to four, against one. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button, Select } from "../../parts/field.tsx";
import { add, copy, focusOf, look, rebase, remove, rename, triedIn } from "../../state/edits.ts";
import { mostTried, type ScenarioState } from "../../state/state.ts";
import { type Listed, listScenarios } from "../../study/library.ts";
import { usable } from "../../study/kinds.ts";
import type { Page, ViewProps } from "../../view.ts";

export function Question({ page }: ViewProps): JSX.Element {
  const { files, scenarios } = page.state;
  const [listed, setListed] = useState<readonly Listed[]>([]);
  useEffect(() => {
    let current = true;
    void listScenarios(files).then((found) => current && setListed(found));
    return () => {
      current = false;
    };
  }, [files]);
  const tried = triedIn(page.state);
  const [baseline] = scenarios;
  return (
    <form class="question" aria-label="What to compare" onSubmit={(event) => event.preventDefault()}>
      <div class="tried">
        {tried.map((one, at) => (
          <Tried page={page} listed={listed} one={one} at={at} />
        ))}
        {tried.length > 1 && tried.length < mostTried && (
          <div class="add-one">
            <AddOne page={page} listed={listed} />
          </div>
        )}
      </div>
      {baseline && (
        <div class="against">
          <Select
            id="base"
            label="Against this baseline"
            value={baseline.base}
            choices={[]}
            groups={groupsOf(listed, baseline.base)}
            onChange={(base) => page.change(againstAnother(base, listed))}
          />
        </div>
      )}
    </form>
  );
}

/** Another baseline: what was tried against the old one goes if it is of another kind, and a variant of the new one takes its place. */
function againstAnother(base: string, listed: readonly Listed[]) {
  const kindOf = (name: string): string => listed.find((one) => one.name === name)?.kind ?? "unknown";
  return (state: Page["state"]): Page["state"] => {
    const [first, ...others] = rebase(
      "a",
      base,
    )({ ...state, scenarios: state.scenarios.with(0, { ...state.scenarios[0]!, id: "a" }) }).scenarios;
    const stay = others.filter((one) => kindOf(one.base) === kindOf(base));
    const kept = { ...state, scenarios: [first!, ...stay] };
    const variant = listed.find((one) => one.extends === base) ?? listed.find((one) => one.name === base);
    return stay.length > 0 || variant === undefined ? kept : add(variant.name)(kept);
  };
}

const groupNames = ["Designs for the care pathway", "Networks of places", "Your own files"] as const;

function groupsOf(listed: readonly Listed[], chosen: string) {
  const choice = ({ name, title, own }: Listed) => ({ value: name, text: own ? `${title} (${name})` : title });
  const groups = [
    listed.filter(({ kind, own }) => !own && kind === "pathway"),
    listed.filter(({ kind, own }) => !own && kind !== "pathway"),
    listed.filter(({ own }) => own),
  ].map((of, at) => ({ label: groupNames[at]!, choices: of.map(choice) }));
  const isListed = listed.some(({ name }) => name === chosen);
  const missing = isListed ? [] : [{ label: "Now", choices: [{ value: chosen, text: chosen }] }];
  return [...missing, ...groups].filter(({ choices }) => choices.length > 0);
}

interface TriedProps extends ViewProps {
  readonly listed: readonly Listed[];
  readonly one: ScenarioState;
  readonly at: number;
}

function Tried({ page, listed, one, at }: TriedProps): JSX.Element {
  const tried = triedIn(page.state);
  const isFocus = focusOf(page.state).id === one.id;
  const known = page.results.scenarios.find(({ asked }) => asked.id === one.id);
  const title = known?.title ?? one.name;
  const label = tried.length === 1 ? "What would you try?" : `Design ${at + 1}`;
  const comparable = listed.filter(usable(listed, page.state.scenarios[0]?.base ?? ""));
  return (
    <div class={`one${isFocus && tried.length > 1 ? " focus" : ""}`}>
      <Select
        id={`try-${one.id}`}
        label={label}
        value={one.base}
        choices={[]}
        groups={groupsOf(comparable, one.base)}
        onChange={(base) => page.change((state) => look({ focus: one.id })(rebase(one.id, base)(state)))}
      />
      <p class="one-about">
        <span class={`chip scenario-${at + 1}`} aria-hidden="true" />
        {one.name !== "" && <strong>{one.name} </strong>}
        {one.changes.length > 0 && (
          <span>with {one.changes.length === 1 ? "1 change" : `${one.changes.length} changes`} of yours</span>
        )}
        {one.changes.length === 0 && <span>{aboutOf(known?.scenario)}</span>}
      </p>
      <div class="one-doors">
        {tried.length > 1 && (
          <Button
            small
            secondary
            disabled={isFocus}
            label={`Look at and change ${title}`}
            onClick={() => page.change(look({ focus: one.id }))}
          >
            {isFocus ? "You are changing this one" : "Change this one"}
          </Button>
        )}
        <Naming page={page} one={one} title={title} />
        {tried.length < mostTried && (
          <Button small secondary label={`Copy ${title}`} onClick={() => page.change(copy(one.id, `${title}, copy`))}>
            Copy
          </Button>
        )}
        {tried.length > 1 && (
          <Button small secondary label={`Remove ${title}`} onClick={() => page.change(remove(one.id))}>
            Remove
          </Button>
        )}
        {tried.length === 1 && <AddOne page={page} listed={listed} />}
      </div>
    </div>
  );
}

function aboutOf(scenario: Page["results"]["scenarios"][number]["scenario"]): string {
  if (scenario === undefined) return "";
  return scenario.description;
}

interface NamingProps extends ViewProps {
  readonly one: ScenarioState;
  readonly title: string;
}

/** A name is typed in the place of the button that asks for it. */
function Naming({ page, one, title }: NamingProps): JSX.Element {
  const [typing, setTyping] = useState(false);
  if (!typing) {
    return (
      <Button small secondary label={`Rename ${title}`} onClick={() => setTyping(true)}>
        Rename
      </Button>
    );
  }
  const take = (value: string): void => {
    page.change(rename(one.id, value.trim()));
    setTyping(false);
  };
  return (
    <input
      class="nhsuk-input naming"
      aria-label={`Name of ${title}`}
      ref={(node) => node?.focus()}
      value={one.name || title}
      maxLength={80}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") take(currentTarget.value);
        if (key === "Escape") setTyping(false);
      }}
    />
  );
}

/** Another design from the list, for a comparison of several. */
function AddOne({ page, listed }: { readonly page: Page; readonly listed: readonly Listed[] }): JSX.Element {
  const there = new Set(page.state.scenarios.map(({ base }) => base));
  const next = listed
    .filter(usable(listed, page.state.scenarios[0]?.base ?? ""))
    .find(({ name, extends: of }) => of !== "" && !there.has(name));
  const base = next?.name ?? page.state.scenarios.at(-1)!.base;
  return (
    <Button small secondary label="Add another design to the comparison" onClick={() => page.change(add(base))}>
      + Add another
    </Button>
  );
}
