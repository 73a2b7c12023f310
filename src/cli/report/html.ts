/** A report as one page of HTML, with nothing to load and nothing that runs. Every text is escaped. */
import { escaped } from "../plot/forest.ts";
import type { Block, Document } from "./document.ts";

export function htmlOf({ title, lead, sections }: Document): string {
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...lead.map(blockOf),
    ...sections.flatMap((section) => [
      `<h2>${escaped(section.title)}</h2>`,
      ...section.items.flatMap((item) => [`<h3>${escaped(item.title)}</h3>`, ...item.blocks.map(blockOf)]),
    ]),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "ask":
      return `<p class="ask"><strong>To be written by you:</strong> ${escaped(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "table":
      return [
        `<div class="table"><table><thead><tr>${block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("")}</tr></thead><tbody>`,
        ...block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`),
        "</tbody></table></div>",
      ].join("\n");
  }
}

const style = `
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #212b32; background: #fff; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { border-top: 2px solid #005eb8; padding-top: 0.75rem; margin-top: 2.5rem; }
.ask { background: #fff4cc; border-left: 6px solid #b38600; padding: 0.5rem 0.75rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; }
th, td { border: 1px solid #aeb7bd; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
@media print { .ask { border: 1px solid #000; } }
`;
