import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { moneyText } from "../wording/money.ts";
import type { AnnouncementOf, Words } from "./words.ts";

type Money = AnnouncementOf<"sale"> | AnnouncementOf<"refund">;

/** What was sold, and the producer's part of it; for the producer alone. */
export const saleWords = (view: AnnouncementOf<"sale">, locale: Locale): Words => moneyWords(view, locale);

/** What was refunded, and how much goes back; for the producer alone. */
export const refundWords = (view: AnnouncementOf<"refund">, locale: Locale): Words => moneyWords(view, locale);

function moneyWords({ kind, track, amount, currency }: Money, locale: Locale): Words {
  const t = createTranslator(locale);
  return {
    title: track ? t(`notify.${kind}.title`, { track: cleanText(track.name) }) : t(`notify.${kind}.title_unnamed`),
    parts: [t(`notify.${kind}.body`, { amount: moneyText(amount, currency, locale) })],
    button: t("notify.sale.button"),
  };
}
