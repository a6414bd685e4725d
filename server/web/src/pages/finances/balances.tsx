import { moneyText } from "@beatpass/messages";
import type { Balance } from "@beatpass/shared/contracts";
import { Figure } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";

/** A row of figures per currency: they are never added up. */
export function Balances({ balances }: { balances: readonly Balance[] }) {
  return (
    <>
      {balances.map((balance) => (
        <BalanceTiles key={balance.currency} balance={balance} />
      ))}
    </>
  );
}

function BalanceTiles({ balance: { currency, available, pending, inTransit, lifetime } }: { balance: Balance }) {
  const { locale, t } = useLanguage();
  const money = (label: string, amount: number | undefined, hint?: string) => (
    <Figure
      label={label}
      missing={t("finances.missing")}
      hint={amount === undefined ? t("finances.missing") : hint}
      {...(amount !== undefined && { value: moneyText(amount, currency, locale) })}
    />
  );
  return (
    <section class="tiles four balance" aria-label={t("finances.balance_in", { currency: currency.toUpperCase() })}>
      {money(t("finances.available"), available)}
      {money(t("finances.pending"), pending)}
      {money(t("finances.in_transit"), inTransit)}
      {money(t("finances.lifetime"), lifetime, t("finances.lifetime.hint"))}
    </section>
  );
}
