import type { Insights } from "@beatpass/shared/contracts";
import { shownInsights } from "@beatpass/ui";
import { useLanguage } from "../../../settings/language.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { insightsSheet } from "./insights-sheet.ts";

/** Insights exactly as they are shown. */
export function InsightsExport({ insights }: { insights: Insights }) {
  const { locale, t } = useLanguage();
  const shown = shownInsights(insights);
  return <ExportButtons about={shown} rows={() => insightsSheet(shown, locale, t)} json={shown} />;
}
