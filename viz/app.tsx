/** The shell around the views: name, menu, messages, and what holds on every page. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Button } from "./parts/field.tsx";
import { Faults } from "./parts/faults.tsx";
import { SkipLink } from "./parts/skip-link.tsx";
import { ShareDoors } from "./share/share.tsx";
import { goTo } from "./state/edits.ts";
import { wholeOf } from "./study/results.ts";
import type { Page } from "./view.ts";
import { views } from "./views/index.ts";

export interface Shell {
  readonly page: Page;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What happened with an address, a file or the store, to be told until it is closed. */
  readonly notice: string;
  readonly closeNotice: () => void;
}

export function App(shell: Shell): JSX.Element {
  const { page } = shell;
  const { route } = page.state.view;
  const shown = views.find((one) => one.route === route) ?? views[0]!;
  const View = shown.view;
  const whole: Page = { ...page, results: wholeOf(page.results) };
  useEffect(() => turnToOwnData(page, shown.route), [shown.route]);
  return (
    <>
      <SkipLink to={["main"]}>Skip to main content</SkipLink>
      <header class="top">
        <div class="nhsuk-width-container">
          <p class="wordmark">caregap</p>
          <Menu page={page} route={shown.route} />
          <Steps {...shell} />
          <ShareDoors page={whole} />
        </div>
      </header>
      <main id="main" class="nhsuk-width-container" tabIndex={-1}>
        <Messages {...shell} />
        <View page={shown.route === "compare" ? page : whole} />
      </main>
      <footer class="bottom">
        <div class="nhsuk-width-container">
          <p>Everything runs in this page. Nothing you enter leaves your machine.</p>
        </div>
      </footer>
    </>
  );
}

/** Files that are held over another view are meant for Own data. */
function turnToOwnData(page: Page, route: string): (() => void) | undefined {
  if (route === "own") return undefined;
  const turn = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files")) page.change(goTo("own"));
  };
  document.addEventListener("dragenter", turn);
  return () => document.removeEventListener("dragenter", turn);
}

function Menu({ page, route }: { readonly page: Page; readonly route: string }): JSX.Element {
  return (
    <nav aria-label="Views" class="menu">
      <ul>
        {views.map((one) => (
          <li>
            <a
              href={`#/${one.route}`}
              aria-current={one.route === route ? "page" : undefined}
              onClick={() => page.change(goTo(one.route))}
            >
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Steps({ canUndo, canRedo, undo, redo }: Shell): JSX.Element {
  return (
    <div class="steps">
      <Button small secondary disabled={!canUndo} onClick={undo}>
        Undo
      </Button>
      <Button small secondary disabled={!canRedo} onClick={redo}>
        Redo
      </Button>
    </div>
  );
}

function Messages({ page, notice, closeNotice }: Shell): JSX.Element {
  const { failure, scenarios } = page.results;
  const faulty = scenarios.filter(({ problems }) => problems.length > 0);
  return (
    <div class="messages">
      {notice !== "" && (
        <div class="notice" role="status">
          <p>{notice}</p>
          <Button small secondary onClick={closeNotice}>
            Close this message
          </Button>
        </div>
      )}
      {failure !== "" && (
        <div class="notice" role="alert">
          <p>
            The simulation stopped: {failure.replace(/^\w*Error: /, "")}. Your work is kept. Undo the last change, or
            change something else, to start again.
          </p>
        </div>
      )}
      {faulty.map(({ title, problems }) => (
        <Faults heading={`‘${title}’ cannot be run yet. What is shown is of before.`} problems={problems} />
      ))}
    </div>
  );
}
