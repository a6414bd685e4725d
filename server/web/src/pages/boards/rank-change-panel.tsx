import { causeWords, namesWords, placesWords } from "@beatpass/messages";
import type { RankChange } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { type BoardRef, rankChangeQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import { movementSign, movementTone } from "./movement-words.ts";

/** Why one's rank is no longer what it was: oneself, or others. Who has no rank and never had one sees nothing. */
export function RankChangePanel({ board, isRanked }: { board: BoardRef; isRanked: boolean }) {
  const { t } = useLanguage();
  const query = useQuery(rankChangeQuery(board));
  if (!isRanked && query.data?.changedAt === undefined) return null;
  return (
    <div class="my-part">
      <h3>{t("boards.why")}</h3>
      <Answer query={query} shape="chart">
        {(change) => <Why change={change} />}
      </Answer>
    </div>
  );
}

function Why({ change }: { change: RankChange }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const { changedAt, passed, passedBy, passedCount, passedByCount } = change;
  if (changedAt === undefined) return <p class="muted">{t("boards.why.none")}</p>;
  return (
    <>
      <p class="why-places">
        <Direction change={change} /> {placesWords(change, t)}
      </p>
      <p>{causeWords(change, t, locale)}</p>
      {passed.length > 0 && (
        <p>{t("boards.why.passed", { names: namesWords(passed, passedCount, change, t, locale) })}</p>
      )}
      {passedBy.length > 0 && (
        <p>{t("boards.why.passed_by", { names: namesWords(passedBy, passedByCount, change, t, locale) })}</p>
      )}
      <p class="muted why-when">
        <time dateTime={changedAt}>{formatWhen(changedAt, locale, now)}</time>
      </p>
    </>
  );
}

/** Which way that change went; the places themselves tell it to who does not see it. */
function Direction({ change: { before, now } }: { change: RankChange }) {
  if (!before || !now) return null;
  const places = before.rank - now.rank;
  return (
    <span class={movementTone(places)} aria-hidden="true">
      {movementSign(places)} {Math.abs(places)}
    </span>
  );
}
