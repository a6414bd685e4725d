import type { AnnouncementView, Locale } from "@beatpass/shared/contracts";
import { drawBoardCard } from "./board-card.ts";
import { type Card, cardOf } from "./card-of.ts";
import { fontsFor } from "./fonts.ts";
import { drawLevelCard } from "./level-card.ts";
import { HEIGHT, type Surface, WIDTH } from "./surface.ts";
import { drawUnlockCard } from "./unlock-card.ts";

/** A picture of 1200 × 600 px with its text alternative. */
export type DrawnCard = { png: Buffer; alt: string };

/**
 * Draws the card of an announcement: from the same view always the same picture, in fonts of our own.
 * @returns undefined for announcements without one
 */
export async function drawCard(view: AnnouncementView, locale: Locale): Promise<DrawnCard | undefined> {
  const card = cardOf(view, locale);
  if (!card) return undefined;
  const { createCanvas, GlobalFonts } = await loadCanvas();
  const canvas = createCanvas(WIDTH, HEIGHT);
  draw(
    { canvas: canvas.getContext("2d"), families: await fontsFor(GlobalFonts, [...textsOf(card), "0123456789…"]) },
    card,
  );
  return { png: await canvas.encode("png"), alt: card.alt };
}

/** Loaded with the first card; which fonts the machine has must not matter. */
async function loadCanvas(): Promise<typeof import("@napi-rs/canvas")> {
  process.env.DISABLE_SYSTEM_FONTS_LOAD = "1";
  return import("@napi-rs/canvas");
}

function draw(surface: Surface, card: Card): void {
  if (card.is === "level") drawLevelCard(surface, card);
  else if (card.is === "unlock") drawUnlockCard(surface, card);
  else drawBoardCard(surface, card);
}

function textsOf(card: Card): string[] {
  switch (card.is) {
    case "level":
      return [card.name, card.title];
    case "unlock":
      return [card.name, card.achievement, card.rarityName, "·+"];
    case "board":
      return [card.board, ...card.names];
  }
}
