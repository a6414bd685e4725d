import type { Card } from "./card-of.ts";
import { drawLine, drawName } from "./fit-text.ts";
import { COLOURS, HEIGHT, MARGIN, paintBackground, type Surface, WIDTH } from "./surface.ts";

const RADIUS = 176;
const STROKE = 30;
const LEFT = MARGIN + 2 * RADIUS + 76;

/** The ring has just closed: name, level and its title. */
export function drawLevelCard(surface: Surface, card: Extract<Card, { is: "level" }>): void {
  const { canvas, families } = surface;
  const [x, y] = [MARGIN + RADIUS, HEIGHT / 2];
  paintBackground(surface, COLOURS.accent);
  canvas.beginPath();
  canvas.arc(x, y, RADIUS - STROKE / 2, 0, 2 * Math.PI);
  canvas.fillStyle = COLOURS.surface;
  canvas.fill();
  canvas.lineWidth = STROKE;
  canvas.strokeStyle = COLOURS.accent;
  canvas.stroke();
  canvas.font = `600 ${card.level < 100 ? 168 : 132}px ${families}`;
  canvas.fillStyle = COLOURS.text;
  canvas.textAlign = "center";
  canvas.textBaseline = "alphabetic";
  // By the height of the digits, so that they stand in the very middle.
  const { actualBoundingBoxAscent } = canvas.measureText(String(card.level));
  canvas.fillText(String(card.level), x, y + actualBoundingBoxAscent / 2);
  const line = { x: LEFT, width: WIDTH - LEFT - MARGIN };
  const below = drawName(surface, { ...line, text: card.name, colour: COLOURS.text, y: y - 48, size: 104, least: 60 });
  drawLine(surface, { ...line, text: card.title, colour: COLOURS.accent, y: y + 68 + below, size: 56, least: 44 });
}
