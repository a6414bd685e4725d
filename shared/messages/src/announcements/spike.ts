import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { dateText } from "../wording/dates.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** Which track has a day, with how many plays against a usual one; for its producer alone. */
export function spikeWords(view: AnnouncementOf<"spike">, locale: Locale): Words {
  const t = createTranslator(locale);
  const figures = { plays: view.plays, usual: Math.round(view.usual) };
  const isToday = !view.dayIsOver && view.date === view.occurredAt.slice(0, 10);
  const date = dateText(new Date(view.date), locale, { dateStyle: "long", timeZone: "UTC" });
  return {
    title: t("notify.spike.title", { track: cleanText(view.track.name) }),
    parts: [isToday ? t("notify.spike.body", figures) : t("notify.spike.body_past", { ...figures, date })],
    button: t("notify.spike.button"),
  };
}
