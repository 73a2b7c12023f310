/**
 * A chart to take away: drawn anew on white paper in a width of its own, with every style written into the drawing, so that it
 * looks the same in a document as here, and needs nothing from anywhere.
 */
import { select } from "d3";
import type { Svg } from "../charts/chart.ts";
import { make } from "../dom.ts";

/** What a style may say of a part of a drawing. Each is an attribute too, so that no style sheet and no style is needed. */
const properties = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linejoin",
  "opacity",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "display",
] as const;

/** Of the page alone, and not of a drawing that has been taken away. */
const ofThePage = ["class", "style", "tabindex", "aria-pressed", "data-reach", "data-question"];

export const paperWidth = 960;

/** The drawing as the text of an SVG file. */
export function svgOnPaper<Datum>(
  document: Document,
  drawAt: (width: number) => (svg: Svg<Datum>) => void,
  datum: NoInfer<Datum>,
  width = paperWidth,
): string {
  const paper = make(document, "div", { class: "on-paper off-screen", "aria-hidden": "true", inert: true });
  document.body.append(paper);
  try {
    const svg = select(paper).append<SVGSVGElement>("svg").datum<Datum>(datum);
    svg.call(drawAt(width));
    return textOf(svg.node()!);
  } finally {
    paper.remove();
  }
}

function textOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, at) => writeStyle(original, copies[at]!));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const title = copy.ownerDocument.createElementNS(copy.namespaceURI, "title");
  title.textContent = svg.getAttribute("aria-label");
  const ground = copy.ownerDocument.createElementNS(copy.namespaceURI, "rect");
  for (const [name, value] of [
    ["width", "100%"],
    ["height", "100%"],
    ["fill", "#ffffff"],
  ] as const)
    ground.setAttribute(name, value);
  copy.prepend(title, ground);
  return new XMLSerializer().serializeToString(copy);
}

function writeStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const property of properties) {
    // A pattern is named in the drawing itself; what a browser computes for it may hold the address of the page.
    if (original.getAttribute(property)?.startsWith("url(") === true) continue;
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== initial[property]) copy.setAttribute(property, value);
  }
  for (const name of ofThePage) copy.removeAttribute(name);
}

/** What need not be said. */
const initial: Readonly<Partial<Record<(typeof properties)[number], string>>> = {
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-opacity": "1",
  "stroke-linejoin": "miter",
  opacity: "1",
  "paint-order": "normal",
  "text-anchor": "start",
  display: "inline",
};

export interface Picture {
  readonly png: Blob;
  /** In pixels of the drawing; the picture has `sharpness` times as many each way. */
  readonly width: number;
  readonly height: number;
}

const sharpness = 2;

/** The drawing as a picture. */
export async function pngOf(document: Document, svg: string): Promise<Picture> {
  const image = make(document, "img");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const canvas = make(document, "canvas", { width: width * sharpness, height: height * sharpness });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png === null) throw new Error("this browser could not make a picture of the chart; save it as SVG instead");
  return { png, width, height };
}
