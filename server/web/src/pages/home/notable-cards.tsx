import { percentText, periodName, shownShare } from "@beatpass/messages";
import type { Dashboard } from "@beatpass/shared/contracts";
import type { MetricSlug } from "@beatpass/shared/metrics";
import { formatWhen, MetricName } from "@beatpass/ui";
import type { ComponentChildren } from "preact";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import { movementSign, movementTone, movementWords } from "../boards/movement-words.ts";
import { NotRanked } from "../boards/not-ranked.tsx";

/** Three facts worth telling a friend: the best rank, the latest unlock, the nearest one. */
export function NotableCards({ dashboard }: { dashboard: Dashboard }) {
  return (
    <div class="notable">
      <BestRank dashboard={dashboard} />
      <LatestUnlock unlock={dashboard.latestUnlock} />
      <NearestAchievement nearest={dashboard.nearestAchievement} />
    </div>
  );
}

function Card({ label, slug, children }: { label: string; slug: MetricSlug; children: ComponentChildren }) {
  const { locale } = useLanguage();
  return (
    <section class="panel notable-card">
      <h2 class="label">
        <MetricName slug={slug} locale={locale}>
          {label}
        </MetricName>
      </h2>
      {children}
    </section>
  );
}

function BestRank({ dashboard: { rank, tracks, xp } }: { dashboard: Dashboard }) {
  const { locale, t } = useLanguage();
  if (!rank) {
    return (
      <Card label={t("home.best_rank")} slug="best-rank">
        <NotRanked tracks={tracks} hasScore={xp > 0} />
      </Card>
    );
  }
  return (
    <Card label={t("home.best_rank")} slug="best-rank">
      <p class="notable-value">{t("home.rank", { rank: rank.rank, total: rank.total })}</p>
      <p class="muted">
        {t(`category.${rank.category}`)} · {periodName(rank.period, locale)}
      </p>
      {rank.movement !== undefined && <Movement places={rank.movement} comparedWith={rank.comparedWith} />}
    </Card>
  );
}

function Movement({ places, comparedWith }: { places: number; comparedWith: string | undefined }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  return (
    <p class={movementTone(places)}>
      <span aria-hidden="true">{movementSign(places)} </span>
      {movementWords(places, comparedWith, { t, locale, now })}
    </p>
  );
}

function LatestUnlock({ unlock }: { unlock: Dashboard["latestUnlock"] }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  return (
    <Card label={t("popup.latest")} slug="unlocked">
      {unlock ? (
        <>
          <p class="notable-value">{unlock.name}</p>
          <p class="muted">{formatWhen(unlock.unlockedAt, locale, now)}</p>
        </>
      ) : (
        <p class="muted">{t("dash.no_unlocks.body")}</p>
      )}
    </Card>
  );
}

function NearestAchievement({ nearest }: { nearest: Dashboard["nearestAchievement"] }) {
  const { locale, t } = useLanguage();
  if (!nearest) {
    return (
      <Card label={t("popup.next")} slug="unlock-progress">
        <p class="muted">{t("home.nothing_near")}</p>
      </Card>
    );
  }
  const share = Math.min(1, nearest.current / nearest.target);
  const isReached = nearest.current >= nearest.target;
  const percent = isReached
    ? t("progress.far.reached")
    : t("remaining.percent", { percent: percentText(shownShare(share), locale) });
  return (
    <Card label={t("popup.next")} slug="unlock-progress">
      <p class="notable-value">{nearest.name}</p>
      <p class="muted">{percent}</p>
      <progress class="bar" max={1} value={share} aria-label={`${nearest.name}, ${percent}`} />
    </Card>
  );
}
