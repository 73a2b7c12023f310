/** A report as data: what is said does not know whether it becomes Markdown or HTML. */

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Something that only a person can say. */
  | { readonly kind: "ask"; readonly text: string };

export interface Item {
  /** Its number and name in the checklist. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Document {
  readonly title: string;
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
}

export const say = (text: string): Block => ({ kind: "text", text });
export const ask = (text: string): Block => ({ kind: "ask", text });
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: "table",
  head,
  rows,
});
