import type { Changes, Locale, RankMove } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { periodName } from "../wording/figures.ts";
import { shortList } from "../wording/joins.ts";
import { sinceText } from "../wording/since-text.ts";

type At = { now: Date; timeZone?: string };

/** What changed since a visit, or that nothing did, in one sentence. */
export function changesText(changes: Changes, locale: Locale, { now, timeZone }: At): string {
  const t = createTranslator(locale);
  const when = sinceText(changes.since, now, locale, timeZone);
  const parts = changeParts(changes, locale);
  return parts.length === 0
    ? t("popup.since.nothing", { when })
    : t("popup.since", { when, changes: parts.join(", ") });
}

/** Its parts: what was heard first, then what came of it. Of the boards only the best move. */
function changeParts(changes: Changes, locale: Locale): string[] {
  const t = createTranslator(locale);
  const { plays, xp, levels, unlocks, ranks, followers } = changes;
  const names = unlocks.map(({ name }) => name);
  return [
    plays > 0 && t("changes.plays", { plays }),
    xp > 0 && t("changes.xp", { xp }),
    levels && t("changes.level", { level: levels.to }),
    names.length > 0 && t("changes.unlocks", { names: shortList(names, locale) }),
    ranks[0] && rankPart(ranks[0], locale),
    followers > 0 && t("changes.followers", { followers }),
  ].filter((part) => typeof part === "string");
}

function rankPart({ category, period, from, to, total }: RankMove, locale: Locale): string {
  const t = createTranslator(locale);
  const name = t(`category.${category}`);
  const board =
    period === "all-time" ? name : t("changes.board", { category: name, period: periodName(period, locale) });
  if (from === undefined) return t("changes.rank.new", { rank: to, total, board });
  return from > to
    ? t("changes.rank.up", { steps: from - to, board })
    : t("changes.rank.down", { steps: to - from, board });
}
