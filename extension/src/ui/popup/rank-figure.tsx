import type { Dashboard } from "@beatpass/shared/contracts";
import { type Change, Figure } from "@beatpass/ui";
import { t } from "../translate.ts";

/** The best rank with its field, the board it is on, and how it moved. */
export function RankFigure({ rank, tracks }: Pick<Dashboard, "rank" | "tracks">) {
  if (!rank) {
    const reason = t(tracks > 0 ? "dash.not_ranked.zero" : "dash.not_ranked.no_track");
    return <Figure label={t("home.best_rank")} missing={t("dash.not_ranked", { reason })} />;
  }
  const board = t(`category.${rank.category}`);
  return (
    <Figure
      label={`${t("home.best_rank")} · ${board}`}
      value={t("popup.rank", { rank: rank.rank, total: rank.total })}
      change={movementOf(rank.movement)}
    />
  );
}

function movementOf(places: number | undefined): Change | undefined {
  if (places === undefined) return undefined;
  if (places === 0) return { text: t("rank.same"), tone: "flat" };
  return places > 0
    ? { text: t("rank.up", { steps: places }), tone: "good" }
    : { text: t("rank.down", { steps: -places }), tone: "bad" };
}
