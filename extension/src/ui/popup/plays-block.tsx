import type { Dashboard } from "@beatpass/shared/contracts";
import { Figure, formatChange, formatCount, formatExact, Sparkline } from "@beatpass/ui";
import { locale, t } from "../translate.ts";

/** Plays in all and their last 30 days; the last 24 hours against the usual 24. */
export function PlaysBlock(dashboard: Dashboard) {
  const { plays, plays30d, playsLast24h, usualDay, growthRate } = dashboard;
  const usual = usualDay === undefined ? undefined : Math.round(usualDay);
  return (
    <section class="plays">
      <Figure label={t("popup.plays")} value={formatCount(plays, locale)} exact={formatExact(plays, locale)} />
      <Sparkline values={plays30d} label={t("popup.last30")} width={200} height={48} />
      <footer>
        <span>
          {t("popup.last24", { plays: playsLast24h })}
          {usual !== undefined && <span class="muted">, {t("popup.last24.compare", { usual })}</span>}
        </span>
        <span
          class="muted"
          title={growthRate === undefined ? undefined : t("popup.growth", { change: formatChange(growthRate, locale) })}
        >
          {t("popup.days30")}
          {growthRate !== undefined && <> {formatChange(growthRate, locale)}</>}
        </span>
      </footer>
    </section>
  );
}
