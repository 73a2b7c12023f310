/** A word of the glossary: what it means is shown on hover, on focus and on a tap, and can be dismissed with Escape. */
import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { glossary, type GlossaryWord } from "../learn/glossary.ts";

interface TermProps {
  readonly word: GlossaryWord;
  /** As it is written here; the word itself if left out. */
  readonly children?: ComponentChildren;
}

export function Term({ word, children }: TermProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span class="term" onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <button
        type="button"
        class="term__word"
        aria-describedby={open ? id : undefined}
        aria-expanded={open}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        {children ?? word}
      </button>
      {open && (
        <span class="term__meaning" role="tooltip" id={id}>
          {glossary[word]}
        </span>
      )}
    </span>
  );
}

const words = (Object.keys(glossary) as GlossaryWord[]).toSorted((a, b) => b.length - a.length);
const pattern = new RegExp(`\\b(${words.map((word) => word.replace(/[&]/g, "\\$&")).join("|")})\\b`, "g");

/** A text in which the first mention of each word of the glossary is a `Term`. */
export function WithTerms({ text }: { readonly text: string }): JSX.Element {
  const seen = new Set<string>();
  const parts = text.split(pattern).map((part, i) => {
    const isTerm = i % 2 === 1 && !seen.has(part);
    if (!isTerm) return part;
    seen.add(part);
    return <Term key={i} word={part as GlossaryWord} />;
  });
  return <>{parts}</>;
}
