/** Making pieces of the page. Text always goes in as text, whatever a file calls its places. */

type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes (`true`: present, `false` or nothing: absent) and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** The element of the page with that id. */
export function byId<Kind extends Element>(document: Document, id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} called ${id}`);
  return found;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Fills a list of choices; leaves it alone if nothing has changed, so that an open list stays open. */
export function fillSelect(select: HTMLSelectElement, choices: readonly Choice[], chosen: string): void {
  const now = [...select.options].map(({ value, text }) => ({ value, text }));
  if (JSON.stringify(now) !== JSON.stringify(choices)) {
    const options = choices.map(({ value, text }) => make(select.ownerDocument, "option", { value }, text));
    select.replaceChildren(...options);
  }
  select.value = chosen;
}
