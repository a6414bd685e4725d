import type { Locale, XpCause } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { shortList } from "../wording/joins.ts";
import type { AnnouncementOf, Words } from "./words.ts";

type LevelUp = AnnouncementOf<"level-up">;

/** One message however many levels a cause brought; a jump that also brings a title says so in its context. */
export function levelUpWords(view: LevelUp, locale: Locale): Words {
  const t = createTranslator(locale);
  const jump = view.level - view.fromLevel >= 2 && view.level < MAX_LEVEL;
  return {
    title: titleLine(view, jump, locale),
    parts: [jump && view.newTitle ? view.title : undefined, causeText(view.cause, locale)],
    button: t("announce.level_up.button"),
  };
}

function titleLine(view: LevelUp, jump: boolean, locale: Locale): string {
  const t = createTranslator(locale);
  const name = cleanText(view.producer.name);
  const { fromLevel: from, level, title } = view;
  if (level >= MAX_LEVEL) return t("announce.level_up.title_max", { name });
  if (jump) return t("announce.level_up.title_jump", { name, from, to: level });
  if (view.newTitle) return t("announce.level_up.title_new_title", { name, level, title });
  return t("announce.level_up.title", { name, level });
}

function causeText(cause: XpCause, locale: Locale): string {
  const t = createTranslator(locale);
  switch (cause.reason) {
    case "upload":
    case "play":
    case "metadata":
      return t(`announce.level_up.because.${cause.reason}`, { track: cleanText(cause.track.name) });
    case "collaboration": {
      const track = cleanText(cause.track.name);
      // Collaborators who do not want to be announced are left out, so nobody may be left to name.
      if (cause.others.length === 0) return t("announce.level_up.because.upload", { track });
      return t("announce.level_up.because.collaboration", { track, others: shortList(cause.others, locale) });
    }
    case "achievement":
      return t("announce.level_up.because.achievement", { achievement: cleanText(cause.achievement.name) });
    case "total":
      return t("announce.level_up.because.total", { xp: cause.xp });
  }
}
