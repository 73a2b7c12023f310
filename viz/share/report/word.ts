/** The report as a Word document. The library that writes it is large, and loaded only when a report is asked for. */
import type { FileChild, ISectionOptions, Paragraph, Table } from "docx";
import type { TableOptions } from "../../table.ts";
import { pngOf } from "../on-paper.ts";
import { headings, onPaper, type Report, type ReportFigure } from "./report.ts";

type Docx = typeof import("docx");

/** Width of the text in pixels, at 96 to the inch, on A4 with the usual margins. */
const textWidth = 600;
/** Of a picture, so that it and its heading stand on one page. */
const mostHeight = 860;

export async function wordOf(document: Document, report: Report): Promise<Blob> {
  const docx = await import("docx");
  const figures = await Promise.all(report.figures.map((figure) => figureOf(docx, document, figure)));
  const section: ISectionOptions = {
    properties: {},
    footers: { default: footer(docx) },
    children: [
      heading(docx, report.title, "TITLE"),
      ...part(docx, headings.answer, report.answer, "lead"),
      ...part(docx, headings.question, report.question),
      ...part(docx, headings.sureness, report.sureness),
      heading(docx, headings.figures, "HEADING_1"),
      ...figures.flat(),
      heading(docx, headings.changes, "HEADING_1"),
      ...tableOf(docx, report.changes),
      heading(docx, headings.assumed, "HEADING_1"),
      ...tableOf(docx, report.assumed),
      ...part(docx, headings.notModelled, report.notModelled, "list"),
      ...part(docx, headings.repeat, report.repeat, "list"),
    ],
  };
  const file = new docx.Document({
    title: report.title,
    creator: "caregap",
    description: report.answer.join(" "),
    styles: { default: { document: { run: { font: "Arial", size: 22 } } } },
    sections: [section],
  });
  return docx.Packer.toBlob(file);
}

function footer({ Footer, Paragraph: P, TextRun, PageNumber }: Docx) {
  return new Footer({
    children: [
      new P({
        children: [new TextRun({ children: ["caregap, page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}

function heading(
  { Paragraph: P, HeadingLevel }: Docx,
  text: string,
  level: "TITLE" | "HEADING_1" | "HEADING_2",
): Paragraph {
  return new P({ text, heading: HeadingLevel[level], keepNext: true, spacing: { before: 240, after: 120 } });
}

function part(docx: Docx, title: string, sentences: readonly string[], how?: "lead" | "list"): Paragraph[] {
  const { Paragraph: P, TextRun } = docx;
  const paragraphs = sentences.map(
    (text) =>
      new P({
        children: [new TextRun({ text, ...(how === "lead" && { size: 28 }) })],
        spacing: { after: 120 },
        ...(how === "list" && { bullet: { level: 0 } }),
      }),
  );
  return [heading(docx, title, "HEADING_1"), ...paragraphs];
}

async function figureOf(
  docx: Docx,
  document: Document,
  { title, text, svg, label, table }: ReportFigure,
): Promise<FileChild[]> {
  const { Paragraph: P, ImageRun } = docx;
  const { png, width, height } = await pngOf(document, svg);
  const scale = Math.min(1, textWidth / width, mostHeight / height);
  const image = new ImageRun({
    type: "png",
    data: new Uint8Array(await png.arrayBuffer()),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: title, title, description: label },
  });
  return [
    heading(docx, title, "HEADING_2"),
    new P({ text, spacing: { after: 120 }, keepNext: true }),
    new P({ children: [image], spacing: { after: 120 } }),
    ...tableOf(docx, table),
  ];
}

/** A table with its caption above it. */
function tableOf(docx: Docx, table: TableOptions): (Paragraph | Table)[] {
  const { Paragraph: P, Table: T, TableRow, WidthType, TextRun } = docx;
  const { caption, columns, rows } = onPaper(table);
  const line = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text, at) => cellOf(docx, text, head || at === 0, columns[at]?.numeric === true)),
    });
  if (rows.length === 0) return [new P({ text: `${caption}: none.`, spacing: { after: 120 } })];
  return [
    new P({
      children: [new TextRun({ text: caption, bold: true, size: 20 })],
      keepNext: true,
      spacing: { before: 120, after: 60 },
    }),
    new T({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        line(
          columns.map(({ head }) => head),
          true,
        ),
        ...rows.map((row) => line(row, false)),
      ],
    }),
  ];
}

function cellOf(
  { Paragraph: P, TableCell, TextRun, AlignmentType }: Docx,
  text: string,
  bold: boolean,
  numeric: boolean,
) {
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new P({
        children: [new TextRun({ text, bold, size: 18 })],
        alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
      }),
    ],
  });
}
