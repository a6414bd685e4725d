import type { Translate } from "@beatpass/messages";
import type { SheetRow } from "./insights-sheet.ts";

/** So that spreadsheets read the text as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";
/** What a spreadsheet takes for the beginning of a formula, also after blanks and with more lines to come. */
const FORMULA = /^\s*[=+\-@\t\r]/;
const COLUMNS = ["section", "item", "figure", "value"] as const;

/** The sheet as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export async function writeCsv(rows: readonly SheetRow[], t: Translate): Promise<string> {
  const { default: papa } = await import("papaparse");
  const fields = COLUMNS.map((column) => t(`export.${column}`));
  const data = rows.map((row) => COLUMNS.map((column) => row[column] ?? ""));
  return BYTE_ORDER_MARK + papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: "\r\n" });
}
