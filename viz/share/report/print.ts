/** The report as the browser prints it, or saves it as PDF: only the report goes on paper, and the page is as it was afterwards. */
import { make } from "../../dom.ts";
import { table } from "../../table.ts";
import { headings, onPaper, type Report, type ReportFigure } from "./report.ts";

/** Puts the report on the page, where only a printer shows it, and takes it away when printing has ended. */
export function printReport(document: Document, report: Report): void {
  document.querySelector("#report")?.remove();
  const paper = reportView(document, report);
  document.body.append(paper);
  document.documentElement.classList.add("printing-report");
  const view = document.defaultView;
  view?.addEventListener(
    "afterprint",
    () => {
      paper.remove();
      document.documentElement.classList.remove("printing-report");
    },
    { once: true },
  );
  view?.print();
}

/** The report as a piece of the page. Every text goes in as text; drawings go in as pictures, which run nothing. */
export function reportView(document: Document, report: Report): HTMLElement {
  const section = (title: string, ...children: readonly Node[]): HTMLElement =>
    make(document, "section", {}, make(document, "h2", {}, title), ...children);
  const paragraphs = (texts: readonly string[], name?: string): HTMLElement[] =>
    texts.map((text) => make(document, "p", { class: name }, text));
  const list = (texts: readonly string[]): HTMLElement =>
    make(document, "ul", {}, ...texts.map((text) => make(document, "li", {}, text)));
  return make(
    document,
    "article",
    { id: "report", class: "report on-paper", "aria-label": "Report" },
    make(document, "h1", {}, report.title),
    section(headings.answer, ...paragraphs(report.answer, "lead")),
    section(headings.question, ...paragraphs(report.question)),
    section(headings.sureness, ...paragraphs(report.sureness)),
    section(headings.figures, ...report.figures.map((figure) => figureView(document, figure))),
    section(headings.changes, table(document, onPaper(report.changes))),
    section(headings.assumed, table(document, onPaper(report.assumed))),
    section(headings.notModelled, list(report.notModelled)),
    section(headings.repeat, list(report.repeat)),
  );
}

function figureView(document: Document, { title, text, svg, label, table: numbers }: ReportFigure): HTMLElement {
  const image = make(document, "img", { alt: label });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return make(
    document,
    "figure",
    {},
    make(document, "figcaption", {}, make(document, "h3", {}, title), make(document, "p", {}, text)),
    image,
    table(document, onPaper(numbers)),
  );
}
