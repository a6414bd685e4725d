import type { Dashboard } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { formatExact, formatRise, LevelRing, MetricName, Sparkline } from "@beatpass/ui";
import { RecentHistoryNote } from "../../layout/source/history-note.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { progressArithmetic } from "../progress/arithmetic.ts";
import { growthArithmetic } from "./growth-arithmetic.ts";

/** The page's answer in its first line: who one is by now, and whether yesterday moved anything. */
export function StandingPanel({ dashboard }: { dashboard: Dashboard }) {
  return (
    <section class="panel standing">
      <Level dashboard={dashboard} />
      <LastThirtyDays dashboard={dashboard} />
    </section>
  );
}

function Level({ dashboard }: { dashboard: Dashboard }) {
  const { level, title, progress, xp, xpToNext, basis } = dashboard;
  const { locale, t } = useLanguage();
  return (
    <div class="standing-level">
      <LevelRing level={level} progress={progress} size={112} locale={locale} />
      <div>
        <h2>{title}</h2>
        <p class="standing-xp">
          <strong data-testid="xp">{formatExact(xp, locale)}</strong>{" "}
          <MetricName slug="xp" locale={locale}>
            XP
          </MetricName>
        </p>
        <p class="muted">
          {level < MAX_LEVEL ? (
            <MetricName slug="level-progress" locale={locale} numbers={progressArithmetic(dashboard, locale)}>
              {t("home.to_next", { xpToNext, next: level + 1 })}
            </MetricName>
          ) : (
            t("home.last_level")
          )}
        </p>
        {basis === "reported" && <p class="muted">{t("announce.reported")}</p>}
      </div>
    </div>
  );
}

function LastThirtyDays({ dashboard }: { dashboard: Dashboard }) {
  const { locale, t } = useLanguage();
  const { plays30d, growthRate, playsLast24h, usualDay } = dashboard;
  const total = plays30d.reduce((sum, plays) => sum + plays, 0);
  return (
    <div class="standing-days">
      <div class="standing-days-words">
        <h2 class="label">
          <MetricName slug="dashboard-growth" locale={locale} numbers={growthArithmetic(dashboard, locale)}>
            {t("home.last30")}
          </MetricName>
        </h2>
        <p class="standing-days-total">
          <strong>{formatExact(total, locale)}</strong>
          {growthRate !== undefined && (
            <span class="muted">{t("home.last30.change", { change: formatRise(growthRate, locale) })}</span>
          )}
        </p>
        <p class="muted">
          <MetricName slug="last-day" locale={locale}>
            {t("popup.last24", { plays: playsLast24h })}
          </MetricName>
          {usualDay !== undefined && (
            <>
              {" · "}
              <MetricName slug="usual-day" locale={locale}>
                {t("popup.last24.compare", { usual: Math.round(usualDay) })}
              </MetricName>
            </>
          )}
        </p>
        <RecentHistoryNote of={dashboard} />
      </div>
      <Sparkline values={plays30d} label={t("home.last30.label", { total })} width={440} height={88} />
    </div>
  );
}
