import type { Locale } from "@beatpass/shared/contracts";

/** Stripe counts these in hundredths, though nobody pays in them (docs.stripe.com/currencies, seen 2026-11). */
const IN_HUNDREDTHS = new Set(["isk", "ugx"]);

/** An amount in a currency's minor unit as people write it: “€12.50”, and “−€12.50” with a minus as wide as a plus. */
export function moneyText(amount: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  const units = amount / 10 ** (IN_HUNDREDTHS.has(currency.toLowerCase()) ? 2 : decimals);
  return format.format(units).replace("-", "\u2212");
}
