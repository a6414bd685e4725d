import { boardScore, gapText, periodName } from "@beatpass/messages";
import type { Leaderboard } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import type { Category } from "@beatpass/shared/rules";
import { MetricName } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { type BoardRef, dashboardQuery } from "../../api/queries.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import { movementSign, movementTone, movementWords } from "./movement-words.ts";
import { NotRanked } from "./not-ranked.tsx";
import { RankChangePanel } from "./rank-change-panel.tsx";

/** One's own rank, what is missing to the next place, and why it changed. */
export function MyPlace({ board, choice }: { board: Leaderboard; choice: BoardRef }) {
  const { locale, t } = useLanguage();
  const { category, period, me, total } = board;
  return (
    <section class="panel my-place" aria-labelledby="my-place">
      <div>
        <h2 id="my-place">{t("boards.mine")}</h2>
        <p class="muted">
          {t(`category.${category}`)} · {periodName(period, locale)}
        </p>
      </div>
      {me ? (
        <>
          <p class="my-rank">
            <strong data-testid="my-rank">{t("rank.place", { rank: me.rank })}</strong>{" "}
            <MetricName slug="rank" locale={locale} numbers={[`1 + ${me.rank - 1} = ${me.rank}`]}>
              {t("boards.rank_of", { total })}
            </MetricName>
          </p>
          <MyMovement places={me.movement} comparedWith={board.comparedWith} />
          <p class="my-score">
            <MetricName slug={`board-${category}`} locale={locale}>
              {boardScore(category, me.score, locale)}
            </MetricName>{" "}
            <span class="badge">{t(`tier.${me.tier}`)}</span>
          </p>
          <Gap category={category} me={me} />
        </>
      ) : (
        <Unranked board={board} />
      )}
      {(me || !isOver(board)) && <RankChangePanel board={choice} isRanked={me !== undefined} />}
    </section>
  );
}

/** In full: right below it is told why the rank changed, which may have been long before. */
function MyMovement({ places, comparedWith }: { places: number | undefined; comparedWith: string | undefined }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  if (places === undefined) return <p class="my-movement muted">{t("boards.no_previous")}</p>;
  return (
    <p class={`my-movement ${movementTone(places)}`}>
      <span aria-hidden="true">{movementSign(places)} </span>
      {movementWords(places, comparedWith, { t, locale, now })}
    </p>
  );
}

function Gap({ category, me }: { category: Category; me: NonNullable<Leaderboard["me"]> }) {
  const { locale, t } = useLanguage();
  return (
    <div class="my-part">
      <h3>
        <MetricName slug="rank-gap" locale={locale}>
          {t("boards.gap")}
        </MetricName>
      </h3>
      {me.toNext === undefined ? (
        <p>{t("boards.gap.first")}</p>
      ) : (
        <>
          <p class="my-gap">
            {me.toNext.gap > 0
              ? t("answer.rank.ahead", { gap: gapText(category, me.toNext.gap, locale), next: me.toNext.rank })
              : t("boards.gap.same_score", { next: me.toNext.rank, tiebreak: t(`boards.tiebreak.${category}`) })}
          </p>
          <p class="muted">{t(`boards.hint.${category}`)}</p>
          <Way category={category} />
        </>
      )}
    </div>
  );
}

function Way({ category }: { category: Category }) {
  const { t } = useLanguage();
  if (category === "overall" || category === "points") {
    return (
      <Link href={`${PAGES.progress}?show=locked`} className="text-link">
        {t("boards.way.points")}
      </Link>
    );
  }
  return (
    <Link href={PAGES.tracks} className="text-link">
      {t("boards.way.tracks")}
    </Link>
  );
}

/** What counts on a board over all time can be told before its first refresh. */
/** A season's board that is ranked in turn alone: the season ended long ago. */
const isOver = ({ refreshedAt, nextRefreshAt }: Leaderboard): boolean =>
  refreshedAt !== undefined && nextRefreshAt === undefined;

function Unranked({ board }: { board: Leaderboard }) {
  const { category, period, hidden } = board;
  const dashboard = useQuery(dashboardQuery).data;
  if (!dashboard) return null;
  const { tracks, plays, xp } = dashboard;
  const scores: Partial<Record<Category, number>> =
    period === "all-time" ? { points: xp, plays, uploads: tracks } : { points: xp };
  return (
    <NotRanked tracks={tracks} hasScore={(scores[category] ?? 0) > 0} isOver={isOver(board)} hidden={hidden === true} />
  );
}
