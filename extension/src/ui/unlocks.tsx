import type { Dashboard } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { locale, t } from "./translate.ts";

/** The latest achievement and the one closest to being unlocked. */
export function Unlocks({ latestUnlock, nearestAchievement }: Pick<Dashboard, "latestUnlock" | "nearestAchievement">) {
  if (!latestUnlock && !nearestAchievement) return null;
  return (
    <dl class="unlocks">
      {latestUnlock && (
        <div>
          <dt>{t("popup.latest")}</dt>
          <dd>{latestUnlock.name}</dd>
          <dd class="muted">{formatWhen(latestUnlock.unlockedAt, locale)}</dd>
        </div>
      )}
      {nearestAchievement && (
        <div>
          <dt>{t("popup.next")}</dt>
          <dd>{nearestAchievement.name}</dd>
          <dd class="muted">
            {t("remaining.percent", {
              percent: percentText(nearestAchievement.current / nearestAchievement.target),
            })}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Rounded down: nothing but the unlock itself is the whole way. */
const percentText = (ratio: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0, roundingMode: "floor" }).format(ratio);
