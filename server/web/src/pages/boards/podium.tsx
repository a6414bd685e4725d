import { boardScore } from "@beatpass/messages";
import type { Leaderboard } from "@beatpass/shared/contracts";
import { useLanguage } from "../../settings/language.tsx";
import { movementOf } from "./board-words.ts";
import { MovementMark } from "./movement-mark.tsx";

export const PODIUM_PLACES = 3;

/** The first three, large. */
export function Podium({ board, meId }: { board: Leaderboard; meId: string | undefined }) {
  const { locale, t } = useLanguage();
  return (
    <ol class="podium" aria-label={t("boards.top")}>
      {board.rows.slice(0, PODIUM_PLACES).map((row, index) => (
        <li key={row.producerId} class={`podium-place place-${index + 1}${row.producerId === meId ? " mine" : ""}`}>
          <span class="podium-rank">{t("rank.place", { rank: row.rank })}</span>
          <bdi class="podium-name">{row.name}</bdi>
          {row.producerId === meId && <span class="badge accent">{t("boards.you")}</span>}
          <span class="podium-score">{boardScore(board.category, row.score, locale)}</span>
          <span class="podium-foot">
            <span class="badge">{t(`tier.${row.tier}`)}</span>
            <MovementMark movement={movementOf(row, board.rows)} comparedWith={board.comparedWith} />
          </span>
        </li>
      ))}
    </ol>
  );
}
