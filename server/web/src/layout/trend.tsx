import type { TrackRow } from "@beatpass/shared/contracts";
import { formatExact, formatRise, Sparkline } from "@beatpass/ui";
import { useLanguage } from "../settings/language.tsx";

export type Recent = Pick<TrackRow, "plays30d" | "previousPlays30d" | "series30d" | "growthRate" | "growthStatus">;

/** Plays of the last 30 days as a line with their sum. */
export function RecentPlays({ recent: { plays30d, series30d } }: { recent: Recent }) {
  const { locale, t } = useLanguage();
  return (
    <span class="recent-plays">
      <Sparkline values={series30d} label={t("catalog.trend", { plays: plays30d })} width={88} height={28} />
      <span class="recent-plays-sum">{formatExact(plays30d, locale)}</span>
    </span>
  );
}

const TONES = {
  exceptional: "good",
  strong: "good",
  steady: "muted",
  "slight-decline": "warn",
  "needs-attention": "bad",
} as const;

/** Growth against the 30 days before, in percent and in a word; both sums on hover. */
export function Growth({ recent: { growthRate, growthStatus, plays30d, previousPlays30d } }: { recent: Recent }) {
  const { locale, t } = useLanguage();
  if (growthRate === undefined || growthStatus === undefined || previousPlays30d === undefined) {
    const reason = t(previousPlays30d === undefined ? "catalog.growth.unknown" : "catalog.growth.missing");
    return (
      <span class="muted" title={reason}>
        <span aria-hidden="true">–</span>
        <span class="hidden-text">{reason}</span>
      </span>
    );
  }
  return (
    <span
      class={`growth ${TONES[growthStatus]}`}
      title={t("catalog.growth.hint", { plays30d, previous: previousPlays30d })}
    >
      <strong>{formatRise(growthRate, locale)}</strong>
      <span class="growth-word">{t(`catalog.growth.${growthStatus}`)}</span>
    </span>
  );
}
