import type { Leaderboard } from "@beatpass/shared/contracts";
import { useInfiniteQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { leaderboardQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { problemWords } from "../../layout/problem-words.ts";
import { useLanguage } from "../../settings/language.tsx";
import type { BoardChoice } from "./board-choice.ts";
import { PODIUM_PLACES } from "./podium.tsx";
import { RankingTable } from "./ranking-table.tsx";

type Props = {
  choice: BoardChoice;
  first: Leaderboard;
  producerId: string | undefined;
  onPick: (part: Partial<BoardChoice>) => void;
};

/** The list: after the first three, or around one's own place; page by page. */
export function Ranking({ choice, first, producerId, onPick }: Props) {
  const { t } = useLanguage();
  const { from: wanted, ...board } = choice;
  const from = first.me ? wanted : "top";
  const query = useInfiniteQuery(leaderboardQuery(board, from));
  const pages = (known: readonly Leaderboard[]) => (
    <>
      <Rows pages={known} from={from} total={first.total} producerId={producerId}>
        {query.hasNextPage && (
          <button
            type="button"
            class="button"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("boards.more")}
          </button>
        )}
      </Rows>
      {query.isFetchNextPageError && <p role="alert">{problemWords(query.error, t).detail}</p>}
    </>
  );
  return (
    <section class="panel ranking-panel" aria-labelledby="ranking-title">
      <div class="ranking-head">
        <h2 id="ranking-title">{t("boards.total", { total: first.total })}</h2>
        {first.me && <Views from={from} onPick={onPick} />}
      </div>
      {/* From the top it is what the page itself was read with, and tells the state of. */}
      {from === "top" ? (
        pages(query.data?.pages ?? [])
      ) : (
        <Answer query={query} shape="list">
          {(data) => (
            <div
              class={query.isPlaceholderData ? "ranking-pages waiting" : "ranking-pages"}
              aria-busy={query.isPlaceholderData}
            >
              {pages(data.pages)}
            </div>
          )}
        </Answer>
      )}
    </section>
  );
}

function Views({ from, onPick }: Pick<BoardChoice, "from"> & Pick<Props, "onPick">) {
  const { t } = useLanguage();
  return (
    <fieldset class="chips">
      <legend class="hidden-text">{t("boards.view")}</legend>
      {(["top", "me"] as const).map((part) => (
        <button
          key={part}
          type="button"
          class="chip"
          aria-pressed={from === part}
          onClick={() => onPick({ from: part })}
        >
          {t(`boards.view.${part}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Rows(props: {
  pages: readonly Leaderboard[];
  from: BoardChoice["from"];
  total: number;
  producerId: string | undefined;
  children: ComponentChildren;
}) {
  const { pages, from, total, producerId, children } = props;
  const { t } = useLanguage();
  const all = pages.flatMap((page) => page.rows);
  const rows = from === "top" ? all.slice(PODIUM_PLACES) : all;
  return (
    <>
      {pages[0] && rows.length > 0 && <RankingTable board={pages[0]} rows={rows} meId={producerId} />}
      <p class="ranking-foot muted">
        <span role="status">{t("boards.shown", { shown: all.length, total })}</span>
        {children}
      </p>
    </>
  );
}
