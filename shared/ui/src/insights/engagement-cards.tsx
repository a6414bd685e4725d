import { createTranslator } from "@beatpass/messages";
import type { Engagement, Locale } from "@beatpass/shared/contracts";
import type { MetricSlug } from "@beatpass/shared/metrics";
import { Figure } from "../figure.tsx";
import { formatCount, formatDecimal, formatDuration, formatExact, formatPercent } from "../format/index.ts";
import { MetricName } from "../metric-name.tsx";
import { listenArithmetic, qualityArithmetic } from "./arithmetic.ts";

const TONES = {
  High: "good",
  Good: "good",
  Moderate: "warn",
  Low: "bad",
  Excellent: "good",
  Fair: "warn",
  "Needs work": "warn",
  Poor: "bad",
} as const;

type Props = { engagement: Engagement; plays: number; locale: Locale };

/** Engagement of one track: five figures, a badge and one sentence that follows from them. */
export function EngagementCards({ engagement, plays, locale }: Props) {
  const t = createTranslator(locale);
  const { completionRate, badge, message } = engagement;
  const rate = completionRate === undefined ? "" : formatPercent(completionRate, locale);
  return (
    <>
      <Figures engagement={engagement} plays={plays} locale={locale} />
      {message && (
        <p class="bp-insight-sentence">
          {badge && <Badge word={badge}>{t("insights.badge", { badge: t(`insights.badge.${badge}`) })}</Badge>}{" "}
          {t(`insights.message.${message}`, { rate })}
        </p>
      )}
      {plays > 0 && engagement.plays === 0 && <p class="bp-panel-note">{t("insights.no_engagement")}</p>}
      {engagement.plays > 0 && engagement.plays < plays && (
        <p class="bp-panel-note">{t("insights.part_engagement", { known: engagement.plays, plays })}</p>
      )}
    </>
  );
}

function Figures({ engagement, plays, locale }: Props) {
  const t = createTranslator(locale);
  const { completionRate, averageListenMs, qualityScore, rating, level } = engagement;
  const missing = plays > 0 ? t("insights.no_listen_times") : t("insights.no_peak");
  const named = (slug: MetricSlug, name: string, numbers?: string[]) => (
    <MetricName slug={slug} locale={locale} numbers={numbers}>
      {name}
    </MetricName>
  );
  return (
    <div class="bp-figures bp-engagement-figures">
      <Figure
        label={named("average-listen-duration", t("insights.average_listen"), listenArithmetic(engagement, locale))}
        value={averageListenMs === undefined ? undefined : formatDuration(averageListenMs, locale)}
        missing={missing}
      />
      <Figure
        label={named("completion-rate", t("insights.completion"))}
        value={completionRate === undefined ? undefined : formatPercent(completionRate, locale)}
        missing={missing}
        hint={level && <Badge word={level}>{t(`insights.rating.${level}`)}</Badge>}
      />
      <Figure
        label={named("completed-listens", t("insights.completed"))}
        value={engagement.plays === 0 ? undefined : formatCount(engagement.completedListens, locale)}
        exact={formatExact(engagement.completedListens, locale)}
        missing={missing}
        hint={
          engagement.plays > 0 &&
          t("insights.completed_hint", {
            share: formatPercent(engagement.completedListens / engagement.plays, locale),
          })
        }
      />
      <Figure
        label={named("total-listen-time", t("insights.total_listen"))}
        value={engagement.plays === 0 ? undefined : formatDuration(engagement.totalListenMs, locale)}
        missing={missing}
      />
      <Figure
        label={named("quality-score", t("insights.quality"), qualityArithmetic(engagement, locale))}
        value={qualityScore === undefined ? undefined : formatDecimal(qualityScore, locale)}
        missing={missing}
        hint={rating ? <Badge word={rating}>{t(`insights.rating.${rating}`)}</Badge> : t("insights.quality_hint")}
      />
    </div>
  );
}

const Badge = ({ word, children }: { word: keyof typeof TONES; children: string }) => (
  <span class={`bp-badge bp-badge-${TONES[word]}`}>{children}</span>
);
