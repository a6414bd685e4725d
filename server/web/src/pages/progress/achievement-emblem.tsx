import type { AchievementCategory, Rarity } from "@beatpass/shared/rules";
import "./emblem.css";

/** The rarer, the more corners: rarity is told without colour too. */
const SHAPES: Record<Rarity, string> = {
  common: "M24 3a21 21 0 1 1 0 42a21 21 0 1 1 0-42z",
  rare: "M24 2.5 45.5 24 24 45.5 2.5 24z",
  epic: "M24 2 43 13v22L24 46 5 35V13z",
  legendary:
    "M24.0 1.5L30.7 7.8L39.9 8.1L40.2 17.3L46.5 24.0L40.2 30.7L39.9 39.9L30.7 40.2L24.0 46.5L17.3 40.2L8.1 39.9L7.8 30.7L1.5 24.0L7.8 17.3L8.1 8.1L17.3 7.8z",
};

const GLYPHS: Record<AchievementCategory, string> = {
  upload: "M24 31V18M18.5 23 24 17.5l5.5 5.5M17 32h14",
  trending: "M16.5 29l5-5.5 4 3.5 6-8M27 19h4.5v4.5",
  metadata: "M17 17h7l8 8-7 7-8-8zM20.8 20.8h.01",
  profile: "M24 17.5a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 0 1 0-7.2zM17.5 32c.6-3.6 3.2-5 6.5-5s5.9 1.4 6.5 5",
  genre: "M21 30V18.5l9-2V28M21 30a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0zM30 28a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0z",
  collaboration:
    "M20 24.5a3.2 3.2 0 1 0 0-6.4a3.2 3.2 0 0 0 0 6.4zM14.5 31c.5-3 2.7-4.3 5.5-4.3s5 1.3 5.5 4.3M27.5 18.3a3.2 3.2 0 0 1 0 6M29.5 27.2c2.2.5 3.6 1.7 4 3.8",
  composite: "M24 16.5l8 4-8 4-8-4zM16.5 24.5l7.5 3.7 7.5-3.7M16.5 28.5l7.5 3.7 7.5-3.7",
  excellence: "M24 16l2.4 5 5.6.7-4.1 3.9 1.1 5.5L24 28.4l-5 2.7 1.1-5.5-4.1-3.9 5.6-.7z",
  milestone: "M19 33V16.5M19 17.5h11.5l-2.5 3.7 2.5 3.8H19",
  seasonal: "M24 16v16M17 20l14 8M31 20l-14 8",
};

/** An achievement's picture: its category within the shape of its rarity; filled once it is unlocked. */
export function AchievementEmblem(props: { category: AchievementCategory; rarity: Rarity; isUnlocked: boolean }) {
  const { category, rarity, isUnlocked } = props;
  return (
    <svg
      class={isUnlocked ? "emblem unlocked" : "emblem"}
      width="48"
      height="48"
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      <path class="emblem-shape" d={SHAPES[rarity]} />
      <path class="emblem-glyph" d={GLYPHS[category]} />
    </svg>
  );
}
