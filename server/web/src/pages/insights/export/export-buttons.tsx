import type { Insights } from "@beatpass/shared/contracts";
import { shownInsights } from "@beatpass/ui";
import { useMutation } from "@tanstack/preact-query";
import { useId } from "preact/hooks";
import { useLanguage } from "../../../settings/language.tsx";
import { fileName } from "./file-name.ts";
import { insightsSheet } from "./insights-sheet.ts";
import { saveFile } from "./save-file.ts";
import { writeCsv } from "./write-csv.ts";

/** What is on the page as a file, or on paper. */
export function ExportButtons({ insights }: { insights: Insights }) {
  const { locale, t } = useLanguage();
  const id = useId();
  const shown = shownInsights(insights);
  const saveCsv = useMutation({
    mutationFn: async () =>
      saveFile(fileName(shown, "csv"), "text/csv", await writeCsv(insightsSheet(shown, locale, t), t)),
  });
  const saveJson = () =>
    saveFile(fileName(shown, "json"), "application/json", `${JSON.stringify(shown, undefined, 2)}\n`);
  return (
    <fieldset class="export" aria-labelledby={id}>
      <span id={id} class="label">
        {t("export.menu")}
      </span>
      <button type="button" class="button small" disabled={saveCsv.isPending} onClick={() => saveCsv.mutate()}>
        {t("export.csv")}
      </button>
      <button type="button" class="button small" onClick={saveJson}>
        {t("export.json")}
      </button>
      <button type="button" class="button small" onClick={() => window.print()}>
        {t("export.print")}
      </button>
      {saveCsv.isError && (
        <p class="bad" role="alert">
          {t("export.failed")}
        </p>
      )}
    </fieldset>
  );
}
