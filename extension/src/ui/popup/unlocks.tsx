import { remainingText } from "@beatpass/messages";
import type { Dashboard } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { locale, t } from "../translate.ts";

/** The latest achievement and the one closest to being unlocked. */
export function Unlocks({ latestUnlock, nearestAchievement }: Pick<Dashboard, "latestUnlock" | "nearestAchievement">) {
  if (!latestUnlock && !nearestAchievement) return null;
  return (
    <dl class="unlocks">
      {latestUnlock && (
        <div>
          <dt>{t("popup.latest")}</dt>
          <dd title={latestUnlock.name}>{latestUnlock.name}</dd>
          <dd class="muted">{formatWhen(latestUnlock.unlockedAt, locale)}</dd>
        </div>
      )}
      {nearestAchievement && (
        <div>
          <dt>{t("popup.next")}</dt>
          <dd title={nearestAchievement.name}>{nearestAchievement.name}</dd>
          <dd class="muted">{remainingText(nearestAchievement, locale)}</dd>
        </div>
      )}
    </dl>
  );
}
