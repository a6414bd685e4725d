import { RARITIES, type Rarity } from "@beatpass/shared/rules";
import type { Card } from "./card-of.ts";
import { drawLine, drawName } from "./fit-text.ts";
import { COLOURS, HEIGHT, MARGIN, paintBackground, RARITY_COLOURS, type Surface, WIDTH } from "./surface.ts";

const RADIUS = 176;
const LEFT = MARGIN + 2 * RADIUS + 76;

/** An emblem in the rarity's colour with as many marks as it is rare: achievement, rarity and name. */
export function drawUnlockCard(surface: Surface, card: Extract<Card, { is: "unlock" }>): void {
  const colour = RARITY_COLOURS[card.rarity];
  const y = HEIGHT / 2;
  paintBackground(surface, colour);
  drawEmblem(surface, card.rarity, MARGIN + RADIUS, y);
  const line = { x: LEFT, width: WIDTH - LEFT - MARGIN };
  const rarity = card.more === 0 ? card.rarityName : `${card.rarityName} · +${card.more}`;
  const name = { ...line, text: card.achievement, colour: COLOURS.text, y: y - 16, size: 100, least: 60 };
  const below = drawName(surface, name);
  drawLine(surface, { ...line, text: rarity, colour, y: y - 118 - below, size: 52, least: 44 });
  drawLine(surface, { ...line, text: card.name, colour: COLOURS.muted, y: y + 98 + below, size: 60, least: 44 });
}

function drawEmblem({ canvas }: Surface, rarity: Rarity, x: number, y: number): void {
  polygon(canvas, x, y, RADIUS, 6);
  canvas.fillStyle = COLOURS.surface;
  canvas.fill();
  canvas.lineJoin = "round";
  canvas.lineWidth = 26;
  canvas.strokeStyle = RARITY_COLOURS[rarity];
  canvas.stroke();
  canvas.fillStyle = RARITY_COLOURS[rarity];
  for (const [dx, dy] of MARKS[RARITIES.indexOf(rarity)]!) {
    polygon(canvas, x + dx, y + dy, 44, 4);
    canvas.fill();
  }
}

/** One mark for Common to four for Legendary: the colour is not alone in telling. */
const MARKS: readonly (readonly (readonly [dx: number, dy: number])[])[] = [
  [[0, 0]],
  [
    [-52, 0],
    [52, 0],
  ],
  [
    [0, -52],
    [-58, 44],
    [58, 44],
  ],
  [
    [0, -72],
    [-68, 0],
    [68, 0],
    [0, 72],
  ],
];

function polygon(canvas: Surface["canvas"], x: number, y: number, radius: number, corners: number): void {
  canvas.beginPath();
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    canvas.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  canvas.closePath();
}
