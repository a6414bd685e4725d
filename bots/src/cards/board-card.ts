import type { Card } from "./card-of.ts";
import { drawLine } from "./fit-text.ts";
import { COLOURS, MARGIN, paintBackground, type Surface, WIDTH } from "./surface.ts";

const PLACES = [
  { y: 236, size: 92, colour: COLOURS.accent },
  { y: 372, size: 68, colour: COLOURS.text },
  { y: 486, size: 68, colour: COLOURS.text },
] as const;
const NAME_LEFT = MARGIN + 116;

/** The first three of a board. */
export function drawBoardCard(surface: Surface, { board, names }: Extract<Card, { is: "board" }>): void {
  paintBackground(surface, COLOURS.accent);
  const width = WIDTH - 2 * MARGIN;
  drawLine(surface, { text: board, colour: COLOURS.muted, x: MARGIN, y: 104, width, size: 52, least: 40 });
  for (const [index, { y, size, colour }] of PLACES.entries()) {
    const rank = { text: String(index + 1), colour: index === 0 ? COLOURS.accent : COLOURS.muted };
    drawLine(surface, { ...rank, x: MARGIN, y, width: 90, size, least: size });
    const name = { text: names[index as 0 | 1 | 2], colour: index === 0 ? COLOURS.text : colour };
    drawLine(surface, { ...name, x: NAME_LEFT, y, width: WIDTH - NAME_LEFT - MARGIN, size, least: 52 });
  }
}
