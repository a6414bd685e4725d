import type { Translate } from "@beatpass/messages";
import type { SheetRow } from "../export/insights-sheet.ts";
import { type Curve, daysShown, milestonesOf, type View, valuesOf, type Window } from "./align-curves.ts";

/** The comparison as it is shown, one figure a row: side by side, then the curves as far as they are drawn. */
export function compareSheet(curves: readonly Curve[], view: View, window: Window, t: Translate): SheetRow[] {
  const ages = milestonesOf(curves).flatMap(({ days, plays, difference }) => {
    const item = days === undefined ? t("compare.today") : t("compare.after", { days });
    const section = t("compare.side_by_side");
    return [
      ...curves.map(({ title }, index) => ({ section, item, figure: title, value: plays[index] })),
      ...(days === undefined ? [] : [{ section, item, figure: t("compare.difference"), value: difference }]),
    ];
  });
  const drawn = daysShown(curves, window);
  const section = t(`compare.chart.${view}`);
  const values = curves.map((curve) => valuesOf(curve, view));
  const days = Array.from({ length: drawn }, (_, day) =>
    curves.map(({ title }, index) => ({
      section,
      item: t("compare.day", { day }),
      figure: title,
      value: values[index]![day] ?? undefined,
    })),
  ).flat();
  return [...ages, ...days];
}
