/** A word of the glossary: what it means is shown on hover, on focus and on a tap, and can be dismissed with Escape. */
import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { glossary, type GlossaryWord } from "../learn/glossary.ts";

interface TermProps {
  readonly word: GlossaryWord;
  /** As it is written here; the word itself if left out. */
  readonly children?: ComponentChildren;
}

export function Term({ word, children }: TermProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const meaning = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (meaning.current) keepOnScreen(meaning.current);
  }, [open]);
  return (
    <span
      class="term"
      onMouseEnter={() => setOpen(true)}
      // A tap is followed by such an event too, and must leave the meaning there.
      onMouseLeave={() => document.activeElement !== button.current && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        class="term__word"
        aria-describedby={open ? id : undefined}
        aria-expanded={open}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        {children ?? word}
      </button>
      {open && (
        <span class="term__meaning" role="tooltip" id={id} ref={meaning}>
          {glossary[word]}
        </span>
      )}
    </span>
  );
}

/** Pixels between a meaning and the edge of the screen. */
const edge = 8;

/** A meaning begins where its word does and stands above it, unless it would stand out over the edge of the screen. */
function keepOnScreen(meaning: HTMLElement): void {
  const { left, right, top } = meaning.getBoundingClientRect();
  meaning.classList.toggle("term__meaning--below", top < edge);
  const over = right - (document.documentElement.clientWidth - edge);
  if (over > 0) meaning.style.left = `${-Math.min(over, left - edge)}px`;
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
