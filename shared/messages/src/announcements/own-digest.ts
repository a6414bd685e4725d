import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { dayRange, movementText, remainingOf } from "../wording/digests.ts";
import { percentChangeText } from "../wording/figures.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** A producer's own week; a quiet one is called that, and nothing is made of it. */
export function ownDigestWords(view: AnnouncementOf<"own-digest">, locale: Locale): Words {
  const t = createTranslator(locale);
  const isQuiet = view.plays === 0 && view.unlocked === 0;
  const figures = isQuiet ? [t("digest.own.quiet")] : [playsText(view, locale), bestText(view, locale)];
  const list = [...figures, rankText(view, locale), nextText(view, locale)];
  return {
    title: t("digest.own.title", { name: cleanText(view.producer.name) }),
    parts: [t("digest.community.range", dayRange(view.range, locale))],
    list: list.filter((line) => line !== undefined),
    button: t("announce.level_up.button"),
  };
}

function playsText({ plays, change }: AnnouncementOf<"own-digest">, locale: Locale): string {
  const t = createTranslator(locale);
  if (change === undefined) return t("digest.own.plays_only", { plays });
  return t("digest.own.plays", { plays, change: percentChangeText(change, locale) });
}

function bestText({ best }: AnnouncementOf<"own-digest">, locale: Locale): string | undefined {
  const t = createTranslator(locale);
  return best && t("digest.own.best", { track: cleanText(best.track.name), plays: best.plays });
}

function rankText({ rank }: AnnouncementOf<"own-digest">, locale: Locale): string | undefined {
  if (!rank) return undefined;
  const t = createTranslator(locale);
  const place = { category: t(`category.${rank.category}`), rank: rank.rank, total: rank.total };
  if (rank.movement === undefined) return t("digest.own.rank_only", place);
  return t("digest.own.rank", { ...place, movement: movementText(rank.movement, locale) });
}

function nextText({ next }: AnnouncementOf<"own-digest">, locale: Locale): string | undefined {
  const remaining = next && remainingOf(next, locale);
  if (remaining === undefined) return undefined;
  return createTranslator(locale)("digest.own.next", { achievement: cleanText(next!.name), remaining });
}
