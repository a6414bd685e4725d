import type { TrackRow } from "@beatpass/shared/contracts";
import { formatExact } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { Growth, type Recent, RecentPlays } from "../trend.tsx";
import type { Column } from "./data-table.tsx";

/** The columns of plays with their trend, for whatever is played. */
export function usePlaysColumns(): Column<Recent & Pick<TrackRow, "plays">, "plays" | "plays30d" | "growthRate">[] {
  const { locale, t } = useLanguage();
  return [
    {
      name: "plays",
      heading: t("catalog.plays"),
      isFigure: true,
      cell: ({ plays }) => formatExact(plays, locale),
    },
    {
      name: "plays30d",
      heading: t("catalog.plays30d"),
      isFigure: true,
      cell: (row) => <RecentPlays recent={row} />,
    },
    { name: "growthRate", heading: t("catalog.growth"), cell: (row) => <Growth recent={row} /> },
  ];
}
