import type { Locale, Progress } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { formatExact, formatPercent } from "@beatpass/ui";

type Standing = Pick<Progress, "level" | "xp" | "xpForLevel" | "xpForNext" | "progress">;

/** The sum of one's XP; nothing where BeatPass reports more or less than what was counted here. */
export function xpArithmetic({ sources, xp }: Progress, locale: Locale): string[] {
  const parts = sources.filter((source) => source.xp > 0).map((source) => source.xp);
  if (parts.length === 0 || parts.reduce((sum, part) => sum + part, 0) !== xp) return [];
  return [`${parts.map((part) => formatExact(part, locale)).join(" + ")} = ${formatExact(xp, locale)}`];
}

/** The XP between those of this level and of the next. */
export function levelArithmetic({ level, xp, xpForLevel, xpForNext }: Standing, locale: Locale): string[] {
  const within = level < MAX_LEVEL ? ` < ${formatExact(xpForNext, locale)}` : "";
  return [`${formatExact(xpForLevel, locale)} ≤ ${formatExact(xp, locale)}${within}`];
}

/** The share of the way to the next level; nothing at the last one. */
export function progressArithmetic({ level, xp, xpForLevel, xpForNext, progress }: Standing, locale: Locale): string[] {
  if (level === MAX_LEVEL) return [];
  const [from, now, to] = [xpForLevel, xp, xpForNext].map((value) => formatExact(value, locale));
  return [`(${now} − ${from}) ÷ (${to} − ${from}) = ${formatPercent(progress, locale)}`];
}
