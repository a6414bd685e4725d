import { useMutation } from "@tanstack/preact-query";
import { useId } from "preact/hooks";
import { useLanguage } from "../../../settings/language.tsx";
import { type FileAbout, fileName } from "./file-name.ts";
import type { SheetRow } from "./insights-sheet.ts";
import { saveFile } from "./save-file.ts";
import { writeCsv } from "./write-csv.ts";

/** What is on the page as a file, or on paper. */
export function ExportButtons({ about, rows, json }: { about: FileAbout; rows: () => SheetRow[]; json: unknown }) {
  const { t } = useLanguage();
  const id = useId();
  const saveCsv = useMutation({
    mutationFn: async () => saveFile(fileName(about, "csv"), "text/csv", await writeCsv(rows(), t)),
  });
  const saveJson = () =>
    saveFile(fileName(about, "json"), "application/json", `${JSON.stringify(json, undefined, 2)}\n`);
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
