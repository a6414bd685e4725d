import type { Dashboard } from "@beatpass/shared/contracts";
import { formatChange, Sparkline } from "@beatpass/ui";
import { locale, t } from "./translate.ts";

/** Plays of the last 30 days as a small curve, with the change on the 30 before. */
export function Curve({ plays, plays30d, growthRate }: Pick<Dashboard, "plays" | "plays30d" | "growthRate">) {
  return (
    <section class="curve">
      <header>
        <h2>{t("popup.last30")}</h2>
        {growthRate !== undefined && (
          <p class="muted">{t("popup.growth", { change: formatChange(growthRate, locale) })}</p>
        )}
      </header>
      {plays === 0 ? (
        <p class="muted">{t("insights.never_played")}</p>
      ) : (
        <Sparkline values={plays30d} label={t("popup.last30")} width={328} height={44} />
      )}
    </section>
  );
}
