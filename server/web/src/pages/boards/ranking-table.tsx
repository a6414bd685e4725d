import { boardScore } from "@beatpass/messages";
import type { Leaderboard } from "@beatpass/shared/contracts";
import { MetricName } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { movementOf } from "./board-words.ts";
import { MovementMark } from "./movement-mark.tsx";

type Props = { board: Leaderboard; rows: Leaderboard["rows"]; meId: string | undefined };

/** One row a producer, best first. */
export function RankingTable({ board: { category, comparedWith }, rows, meId }: Props) {
  const { locale, t } = useLanguage();
  return (
    <table class="ranking">
      <caption class="hidden-text">{t("boards.list")}</caption>
      <thead>
        <tr>
          <th scope="col" class="ranking-rank">
            <MetricName slug="rank" locale={locale}>
              {t("boards.column.rank")}
            </MetricName>
          </th>
          <th scope="col" class="ranking-movement">
            <span>{t("boards.column.movement")}</span>
          </th>
          <th scope="col">{t("boards.column.producer")}</th>
          <th scope="col" class="ranking-score">
            <MetricName slug={`board-${category}`} locale={locale}>
              {t(`category.${category}`)}
            </MetricName>
          </th>
          <th scope="col" class="ranking-tier">
            {t("boards.column.tier")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.producerId} class={row.producerId === meId ? "mine" : undefined}>
            <td class="ranking-rank">{row.rank}</td>
            <td class="ranking-movement">
              <MovementMark movement={movementOf(row, rows)} comparedWith={comparedWith} />
            </td>
            <th scope="row" class="ranking-name">
              <bdi>{row.name}</bdi>
              {row.producerId === meId && <span class="badge accent">{t("boards.you")}</span>}
            </th>
            <td class="ranking-score">{boardScore(category, row.score, locale)}</td>
            <td class="ranking-tier">{t(`tier.${row.tier}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
