import type { Leaderboard, Session } from "@beatpass/shared/contracts";
import { EmptyNote, formatMoment, formatWhen } from "@beatpass/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/preact-query";
import { useLocation, useSearch } from "wouter-preact";
import { communitiesQuery, leaderboardQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { useNow } from "../../layout/use-now.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { type BoardChoice, isSeason, readChoice, writeChoice } from "./board-choice.ts";
import { BoardPickers } from "./board-pickers.tsx";
import { minutesUntil } from "./board-words.ts";
import { MyPlace } from "./my-place.tsx";
import { Podium } from "./podium.tsx";
import { Ranking } from "./ranking.tsx";
import "./boards.css";

/** Who is where on which board, one's own place on it and what would move it; the address keeps the choice (spec §7). */
export function LeaderboardsPage({ session }: { session: Session }) {
  const { t } = useLanguage();
  usePageTitle(t("nav.leaderboards"));
  const [path, navigate] = useLocation();
  const choice = readChoice(useSearch());
  const pick = (part: Partial<BoardChoice>) => navigate(path + writeChoice({ ...choice, ...part }));
  const query = useInfiniteQuery(leaderboardQuery(boardOf(choice), "top"));
  const first = query.data?.pages[0];
  return (
    <>
      <div class="page-head">
        <h1>{t("nav.leaderboards")}</h1>
        {first && <Refreshed board={first} />}
      </div>
      <BoardPickers choice={choice} pastSeasons={first?.pastSeasons} onPick={pick} />
      <Answer query={query} shape="panel">
        {({ pages: [board] }) =>
          board && (
            <div class={query.isPlaceholderData ? "board waiting" : "board"} aria-busy={query.isPlaceholderData}>
              <Board board={board} choice={choice} producerId={session.producer?.id} onPick={pick} />
            </div>
          )
        }
      </Answer>
    </>
  );
}

const boardOf = ({ category, period, community }: BoardChoice) => ({ category, period, community });

function Board(props: {
  board: Leaderboard;
  choice: BoardChoice;
  producerId: string | undefined;
  onPick: (part: Partial<BoardChoice>) => void;
}) {
  const { board, choice, producerId, onPick } = props;
  const { t } = useLanguage();
  return (
    <>
      {producerId !== undefined && board.total > 0 && <MyPlace board={board} choice={boardOf(choice)} />}
      <div class="board-main">
        {board.category === "points" && board.period !== "all-time" && <p class="muted">{t("boards.points_note")}</p>}
        {board.total === 0 ? (
          <EmptyBoard board={board} choice={choice} onPick={onPick} />
        ) : (
          <>
            <Podium board={board} meId={producerId} />
            <Ranking choice={choice} first={board} producerId={producerId} onPick={onPick} />
          </>
        )}
      </div>
    </>
  );
}

function EmptyBoard({
  board: { refreshedAt },
  choice,
  onPick,
}: {
  board: Leaderboard;
  choice: BoardChoice;
  onPick: (part: Partial<BoardChoice>) => void;
}) {
  const { t } = useLanguage();
  const demo = useQuery(communitiesQuery).data?.communities.find((community) => community.demo);
  const isWhole = choice.period === "all-time";
  if (isWhole && choice.community === undefined && demo) {
    const action = { label: t("boards.empty.see_demo"), onClick: () => onPick({ community: demo.id }) };
    return <EmptyNote title={t("boards.empty.title")} body={t("boards.empty.made_up")} action={action} />;
  }
  const ofPeriod =
    refreshedAt === undefined && isSeason(choice.period) ? "boards.empty.unranked" : "boards.empty.period";
  const body = !isWhole ? ofPeriod : choice.community ? "boards.empty.community" : "boards.empty.all";
  return (
    <EmptyNote
      title={t("boards.empty.title")}
      body={t(body)}
      {...(!isWhole && {
        action: { label: t("boards.empty.widen"), onClick: () => onPick({ period: "all-time" }) },
      })}
    />
  );
}

/** How fresh the board is, and when the next one comes. */
function Refreshed({ board: { refreshedAt, nextRefreshAt } }: { board: Leaderboard }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  if (refreshedAt === undefined) return <p class="bp-freshness">{t("boards.not_refreshed")}</p>;
  const minutes = nextRefreshAt === undefined ? undefined : minutesUntil(nextRefreshAt, now);
  return (
    <p class="bp-freshness">
      <time dateTime={refreshedAt} title={formatMoment(refreshedAt, locale)}>
        {t("boards.refreshed", { when: formatWhen(refreshedAt, locale, now) })}
      </time>
      {minutes !== undefined && ` · ${minutes > 0 ? t("boards.next", { minutes }) : t("boards.next.soon")}`}
    </p>
  );
}
