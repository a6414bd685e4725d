/** Levels and titles (spec §3). */
export const MAX_LEVEL = 100;

/** XP required for a level, 1–100. */
export const xpForLevel = (level: number): number => Math.round(100 * (level - 1) ** 1.5);

const REQUIRED = Array.from({ length: MAX_LEVEL }, (_, index) => xpForLevel(index + 1));

/** The level that an amount of XP gives. */
export function levelForXp(xp: number): number {
  let low = 1;
  let high = MAX_LEVEL;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (REQUIRED[middle - 1]! <= xp) low = middle;
    else high = middle - 1;
  }
  return low;
}

const TITLES: readonly (readonly [from: number, word: string])[] = [
  [1, "Novice"],
  [3, "Apprentice"],
  [5, "Intermediate"],
  [7, "Skilled"],
  [10, "Experienced"],
  [15, "Advanced"],
  [20, "Professional"],
  [30, "Expert"],
  [40, "Master"],
  [50, "Legendary"],
];

/** Every title with the level at which it begins. */
export const LEVEL_TITLES = TITLES.map(([from, word]) => ({ from, title: `${word} Producer` }));

/** "Experienced Producer": the title last reached at a level. */
export function levelTitle(level: number): string {
  return (LEVEL_TITLES.findLast(({ from }) => from <= level) ?? LEVEL_TITLES[0]!).title;
}

export type Standing = {
  level: number;
  title: string;
  /** XP at which this level began, and the next one begins (the same at level 100). */
  xpForLevel: number;
  xpForNext: number;
  xpToNext: number;
  /** 0–1 within the level; 1 at level 100. */
  progress: number;
};

/** Everything that follows from an amount of XP. */
export function standingForXp(xp: number): Standing {
  const level = levelForXp(xp);
  const from = xpForLevel(level);
  const title = levelTitle(level);
  if (level === MAX_LEVEL) return { level, title, xpForLevel: from, xpForNext: from, xpToNext: 0, progress: 1 };
  const next = xpForLevel(level + 1);
  return {
    level,
    title,
    xpForLevel: from,
    xpForNext: next,
    xpToNext: next - xp,
    progress: (xp - from) / (next - from),
  };
}
