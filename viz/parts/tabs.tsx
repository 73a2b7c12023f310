/** A few views side by side, of which one is shown: buttons in a row, the chosen one pressed. */
import type { JSX } from "preact";

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: Value; readonly text: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

export function Tabs<Value extends string>({ label, tabs, chosen, onChoose }: TabsProps<Value>): JSX.Element {
  return (
    <div class="tabs" role="group" aria-label={label}>
      {tabs.map(({ value, text }) => (
        <button type="button" key={value} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {text}
        </button>
      ))}
    </div>
  );
}
