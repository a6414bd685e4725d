import type { Dashboard } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { formatChange, formatExact, LevelRing, Sparkline } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";

/** The page's answer in its first line: who one is by now, and whether yesterday moved anything. */
export function StandingPanel({ dashboard }: { dashboard: Dashboard }) {
  return (
    <section class="panel standing">
      <Level dashboard={dashboard} />
      <LastThirtyDays dashboard={dashboard} />
    </section>
  );
}

function Level({ dashboard: { level, title, progress, xp, xpToNext, basis } }: { dashboard: Dashboard }) {
  const { locale, t } = useLanguage();
  return (
    <div class="standing-level">
      <LevelRing level={level} progress={progress} size={112} locale={locale} />
      <div>
        <h2>{title}</h2>
        <p class="standing-xp">
          <strong data-testid="xp">{formatExact(xp, locale)}</strong> XP
        </p>
        <p class="muted">
          {level < MAX_LEVEL ? t("home.to_next", { xpToNext, next: level + 1 }) : t("home.last_level")}
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
        <h2 class="label">{t("home.last30")}</h2>
        <p class="standing-days-total">
          <strong>{formatExact(total, locale)}</strong>
          {growthRate !== undefined && (
            <span class="muted">{t("home.last30.change", { change: formatChange(growthRate, locale) })}</span>
          )}
        </p>
        <p class="muted">
          {t("popup.last24", { plays: playsLast24h })}
          {usualDay !== undefined && ` · ${t("popup.last24.compare", { usual: Math.round(usualDay) })}`}
        </p>
      </div>
      {/* Today is not over: as a point of its own it would look like a fall. */}
      <Sparkline values={plays30d.slice(0, -1)} label={t("home.last30.label", { total })} width={440} height={88} />
    </div>
  );
}
