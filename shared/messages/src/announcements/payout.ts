import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { dateText } from "../wording/dates.ts";
import { moneyText } from "../wording/money.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** How much is on its way to the bank, and when it is expected there; for the producer alone. */
export function payoutSentWords(view: AnnouncementOf<"payout-sent">, locale: Locale): Words {
  const t = createTranslator(locale);
  const date = dateText(new Date(view.expectedOn), locale, { dateStyle: "long", timeZone: "UTC" });
  return {
    title: t("notify.payout_sent.title", { amount: moneyText(view.amount, view.currency, locale) }),
    parts: [t("notify.payout_sent.body", { date })],
    button: t("notify.sale.button"),
  };
}

/** How much did not reach the bank, why, and what to do; for the producer alone. */
export function payoutFailedWords(view: AnnouncementOf<"payout-failed">, locale: Locale): Words {
  const t = createTranslator(locale);
  return {
    title: t("notify.payout_failed.title", { amount: moneyText(view.amount, view.currency, locale) }),
    parts: [t("notify.payout_failed.body", { reason: t(`payout.failed.${view.reason}`) })],
    button: t("notify.sale.button"),
  };
}
