import type { Rarity } from "@beatpass/shared/rules";
import type { SKRSContext2D } from "@napi-rs/canvas";

export const WIDTH = 1200;
export const HEIGHT = 600;
/** A quarter of it is left where a card is shown 300 px wide. */
export const MARGIN = 72;

/** The dark look of the dashboard, as `shared/ui/src/styles/ui.css` has it. */
export const COLOURS = {
  background: "#0a0a0b",
  surface: "#141416",
  line: "#2a2a30",
  text: "#eceef2",
  muted: "#a3a8b4",
  accent: "#a78bfa",
} as const;

export const RARITY_COLOURS: Record<Rarity, string> = {
  common: "#9ca3af",
  rare: "#60a5fa",
  epic: "#c084fc",
  legendary: "#fbbf24",
};

/** What a card is drawn on: the canvas and the families of its texts. */
export type Surface = { canvas: SKRSContext2D; families: string };

/** Rings of the card's one colour go out on the dark background, like a sound. Flat colours keep the file small. */
export function paintBackground({ canvas }: Surface, colour: string): void {
  canvas.fillStyle = COLOURS.background;
  canvas.fillRect(0, 0, WIDTH, HEIGHT);
  canvas.fillStyle = `${colour}12`;
  for (const radius of [300, 480, 700]) {
    canvas.beginPath();
    canvas.arc(MARGIN + 176, HEIGHT / 2, radius, 0, 2 * Math.PI);
    canvas.fill();
  }
}
