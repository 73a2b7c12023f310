/** What is being typed stays in a field while the page is drawn anew, until it is left or Enter is pressed. */
import type { TargetedEvent, TargetedKeyboardEvent } from "preact";
import { useState } from "preact/hooks";

interface Draft {
  readonly value: string;
  readonly onInput: (event: TargetedEvent<HTMLInputElement>) => void;
  readonly onChange: (event: TargetedEvent<HTMLInputElement>) => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/** @param take given the text once it is meant; it may be what it was */
export function useDraft(value: string, take: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const commit = (text: string): void => {
    setDraft(undefined);
    take(text);
  };
  return {
    value: draft ?? value,
    onInput: ({ currentTarget }) => setDraft(currentTarget.value),
    onChange: ({ currentTarget }) => {
      if (draft !== undefined) commit(currentTarget.value);
    },
    onKeyDown: ({ key, currentTarget }) => {
      if (key === "Enter" && draft !== undefined) commit(currentTarget.value);
    },
  };
}
