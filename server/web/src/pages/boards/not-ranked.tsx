import { PAGES } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { sessionQuery } from "../../api/queries.ts";
import { useLanguage } from "../../settings/language.tsx";

type Props = {
  /** Public ones. */
  tracks: number;
  /** Something that counts on the board is there already; it is ranked with the next refresh. */
  hasScore: boolean;
  /** Of a season that ended long ago: no refresh is to be waited for. */
  isOver?: boolean;
  hidden?: boolean;
};

/** Why one is on no place of a board (spec §6). */
export function NotRanked({ tracks, hasScore, isOver = false, hidden = false }: Props) {
  const { t } = useLanguage();
  const isAdmin = useQuery(sessionQuery).data?.user?.admin;
  if (hidden) {
    return (
      <>
        <p>{t("dash.not_ranked", { reason: t("dash.not_ranked.hidden") })}</p>
        <Link href={`${PAGES.settings}#privacy`} className="text-link">
          {t("boards.way.privacy")}
        </Link>
      </>
    );
  }
  if (isOver && !isAdmin) return <p class="muted">{t("dash.not_ranked.over")}</p>;
  const why = isAdmin ? "admin" : tracks === 0 ? "no_track" : hasScore ? "soon" : "zero";
  return <p class="muted">{t("dash.not_ranked", { reason: t(`dash.not_ranked.${why}`) })}</p>;
}
