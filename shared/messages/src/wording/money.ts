import type { Locale } from "@beatpass/shared/contracts";

/**
 * Stripe's currencies whose minor unit is no hundredth (docs.stripe.com/currencies, seen 2026-11). Not Intl's digits:
 * those are the customary ones, and differ between engines.
 */
const UNDIVIDED = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const IN_THOUSANDTHS = new Set("bhd jod kwd omr tnd".split(" "));
/** Stripe counts these in hundredths, though nobody pays in them. */
const PAID_WHOLE = new Set(["isk", "ugx"]);

/** An amount in a currency's minor unit as people write it: “€12.50”, and “−€12.50” with a minus as wide as a plus. */
export function moneyText(amount: number, currency: string, locale: Locale): string {
  const code = currency.toLowerCase();
  const decimals = UNDIVIDED.has(code) ? 0 : IN_THOUSANDTHS.has(code) ? 3 : 2;
  const shown = PAID_WHOLE.has(code) ? 0 : decimals;
  const digits = { minimumFractionDigits: shown, maximumFractionDigits: shown };
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, ...digits });
  return format.format(amount / 10 ** decimals).replace("-", "\u2212");
}
