import type { Progress } from "@beatpass/shared/contracts";
import { LEVEL_TITLES, MAX_LEVEL, xpForLevel } from "@beatpass/shared/rules";
import { formatExact, LevelRing, MetricName } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { levelArithmetic, progressArithmetic, xpArithmetic } from "./arithmetic.ts";
import { RarityCounts } from "./rarity-counts.tsx";

/** The page's answer: who one is by now, and how far the next level and title are. */
export function LevelPanel({ progress }: { progress: Progress }) {
  const { locale, t } = useLanguage();
  const { level, title, xp, xpToNext } = progress;
  const nextTitle = LEVEL_TITLES.find(({ from }) => from > level);
  return (
    <section class="panel level-panel" aria-labelledby="level-title">
      <div class="level-head">
        <LevelRing level={level} progress={progress.progress} size={148} locale={locale} />
        <div class="level-words">
          <p class="label">
            <MetricName slug="level" locale={locale} numbers={levelArithmetic(progress, locale)}>
              {t("home.level")} {level}
            </MetricName>
          </p>
          <h2 id="level-title">{title}</h2>
          <p class="level-xp">
            <strong data-testid="xp">{formatExact(xp, locale)}</strong>{" "}
            <MetricName slug="xp" locale={locale} numbers={xpArithmetic(progress, locale)} />
          </p>
          <p>
            {level < MAX_LEVEL ? (
              <MetricName slug="level-progress" locale={locale} numbers={progressArithmetic(progress, locale)}>
                {t("home.to_next", { xpToNext, next: level + 1 })}
              </MetricName>
            ) : (
              t("home.last_level")
            )}
          </p>
          {nextTitle && (
            <p class="muted">
              {t("progress.next_title", {
                title: nextTitle.title,
                level: nextTitle.from,
                xp: xpForLevel(nextTitle.from) - xp,
              })}
            </p>
          )}
          {progress.basis === "reported" && <p class="muted">{t("announce.reported")}</p>}
        </div>
      </div>
      <RarityCounts progress={progress} />
    </section>
  );
}
