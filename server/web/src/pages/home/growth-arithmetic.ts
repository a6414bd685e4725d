import type { Dashboard, Locale } from "@beatpass/shared/contracts";
import { formatChange, formatExact } from "@beatpass/ui";

type Growth = Pick<Dashboard, "plays30d" | "previousPlays30d" | "growthRate">;

/** The last 30 days against the 30 before, in the producer's own numbers; nothing where there is no growth to tell. */
export function growthArithmetic({ plays30d, previousPlays30d, growthRate }: Growth, locale: Locale): string[] {
  if (growthRate === undefined || previousPlays30d === undefined) return [];
  const now = formatExact(
    plays30d.reduce((sum, plays) => sum + plays, 0),
    locale,
  );
  const before = formatExact(previousPlays30d, locale);
  return [`(${now} − ${before}) ÷ ${before} = ${formatChange(growthRate, locale)}`];
}
