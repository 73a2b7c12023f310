/** A report as Markdown. Words of a scenario are never taken for markup. */
import type { Block, Document } from "./document.ts";

export function markdownOf({ title, lead, sections }: Document): string {
  const parts = [
    `# ${plain(title)}`,
    ...lead.map(blockOf),
    ...sections.flatMap((section) => [
      `## ${plain(section.title)}`,
      ...section.items.flatMap((item) => [`### ${plain(item.title)}`, ...item.blocks.map(blockOf)]),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "text":
      return plain(block.text);
    case "ask":
      return `> **To be written by you:** ${plain(block.text)}`;
    case "list":
      return block.items.map((item) => `- ${plain(item)}`).join("\n");
    case "table":
      return [block.head, block.head.map(() => "---"), ...block.rows]
        .map((row, i) => `| ${row.map((cell) => (i === 1 ? cell : plain(cell))).join(" | ")} |`)
        .join("\n");
  }
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Signs that Markdown would read are marked as signs, and nothing is left that could be HTML within it. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]#|~$^]/g, (sign) => `\\${sign}`)
    .replace(/[&<>]/g, (sign) => entities[sign]!)
    .replace(/^[-+=]/, (sign) => `\\${sign}`);
