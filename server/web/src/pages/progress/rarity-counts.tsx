import type { Progress } from "@beatpass/shared/contracts";
import { RARITIES } from "@beatpass/shared/rules";
import { useLanguage } from "../../settings/language.tsx";

/** How many achievements are unlocked, of each rarity and of all. */
export function RarityCounts({ progress: { achievements, counts } }: { progress: Progress }) {
  const { t } = useLanguage();
  return (
    <div class="rarity-counts">
      <h3 class="rarity-title">
        {t("progress.achievements")} <span class="muted">{t("progress.counts", counts)}</span>
      </h3>
      <ul>
        {RARITIES.map((rarity) => {
          const all = achievements.filter((achievement) => achievement.rarity === rarity);
          const unlocked = all.filter(({ unlockedAt }) => unlockedAt !== undefined).length;
          return (
            <li key={rarity} class={`rarity-row ${rarity}`}>
              <span class="rarity-word">{t(`rarity.${rarity}`)}</span>
              <span class="pips" aria-hidden="true">
                {all.map(({ slug }, index) => (
                  <span key={slug} class={index < unlocked ? "pip filled" : "pip"} />
                ))}
              </span>
              <span class="rarity-count">{t("progress.counts", { unlocked, total: all.length })}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
