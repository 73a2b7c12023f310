/** The levers: beside the chart where there is room, and else in a sheet from below, over the answer that they change. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ViewProps } from "../../view.ts";
import { ChangeIt } from "./change-it.tsx";

export function Sheet({ page }: ViewProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const door = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    document.getElementById("answer-head")?.scrollIntoView();
    document.getElementById("change-head")?.focus({ preventScroll: true });
  }, [open]);
  const close = (): void => {
    setOpen(false);
    door.current?.focus();
  };
  return (
    <div
      class={`sheet ${open ? "open" : ""}`}
      onKeyDown={({ key }) => {
        if (open && key === "Escape") close();
      }}
    >
      <p class="sheet-door">
        <button
          type="button"
          id="change-door"
          class="nhsuk-button nhsuk-button--small"
          aria-expanded={open}
          aria-controls="change"
          ref={door}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {open ? "Close, and see the answer" : "Change it"}
        </button>
      </p>
      <ChangeIt page={page} />
    </div>
  );
}
