import type { Surface } from "./surface.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const ELLIPSIS = "…";

export type Line = { text: string; colour: string; x: number; y: number; width: number; size: number; least: number };

/**
 * Draws one line from its middle-left point, smaller where it is too wide, and shortened where the least size is too
 * wide still. Sizes and places in pixels.
 */
export function drawLine({ canvas, families }: Surface, { text, colour, x, y, width, size, least }: Line): void {
  const at = (pixels: number) => {
    canvas.font = `600 ${pixels}px ${families}`;
  };
  const widthOf = (words: string) => canvas.measureText(words).width;
  at(size);
  const fitting = Math.min(size, Math.floor((size * width) / Math.max(1, widthOf(text))));
  at(Math.max(least, fitting));
  canvas.fillStyle = colour;
  canvas.textBaseline = "middle";
  canvas.textAlign = "left";
  canvas.fillText(fitting >= least ? text : shorten(text, (words) => widthOf(words) <= width), x, y);
}

/**
 * Draws a name: on one line where it fits in the least size, else on two around the same middle, parted at a space.
 * @returns by how much the lower line is below the middle
 */
export function drawName(surface: Surface, line: Line): number {
  const [first, second] = wrap(surface, line);
  if (second === undefined) {
    drawLine(surface, line);
    return 0;
  }
  const step = line.least * 0.66;
  drawLine(surface, { ...line, text: first, y: line.y - step, size: line.least });
  drawLine(surface, { ...line, text: second, y: line.y + step, size: line.least });
  return step;
}

/** As many words as fit, and the rest; one part where all or no word fits. */
function wrap({ canvas, families }: Surface, { text, width, least }: Line): [string, string?] {
  canvas.font = `600 ${least}px ${families}`;
  const fits = (words: string) => canvas.measureText(words).width <= width;
  if (fits(text)) return [text];
  const space = [...text.matchAll(/ /g)].findLast(({ index }) => fits(text.slice(0, index)))?.index;
  return space === undefined ? [text] : [text.slice(0, space), text.slice(space + 1)];
}

/** As much of a text as fits, by the characters a reader counts. */
export function shorten(text: string, fits: (text: string) => boolean): string {
  const all = [...graphemes.segment(text)].map(({ segment }) => segment);
  let from = 0;
  let to = all.length;
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (fits(cut(all, middle))) from = middle;
    else to = middle - 1;
  }
  return cut(all, from);
}

const cut = (all: readonly string[], count: number): string =>
  count >= all.length ? all.join("") : `${all.slice(0, count).join("").trimEnd()}${ELLIPSIS}`;
