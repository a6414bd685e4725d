import { plainText } from "@beatpass/shared/plain-text";
import { type SQL, sql } from "drizzle-orm";

/**
 * A condition that leaves out texts which do not hold what was typed, so that few are left for closestToTyped: SQLite's
 * lower() knows the letters of ASCII alone, whatever has others stays in.
 */
export const mayHold = (text: SQL, typed: string): SQL =>
  sql`(instr(lower(${text}), ${plainText(typed.trim())}) > 0 OR ${text} GLOB '*[^ -~]*')`;

/**
 * Those whose id or one of whose texts is what was typed, then those with one that begins with it, then those with one
 * that holds it, case and accents aside; equally close ones in the order given.
 */
export function closestToTyped<Row extends { id: string }>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly string[],
  typed: string,
): Row[] {
  const exact = typed.trim();
  const plain = plainText(exact);
  const closeness = (text: string): number => {
    if (text === exact) return 3;
    const other = plainText(text);
    if (other === plain) return 2;
    if (other.startsWith(plain)) return 1;
    return other.includes(plain) ? 0 : -1;
  };
  return rows
    .map((row) => ({ row, is: row.id === exact ? 4 : Math.max(-1, ...textsOf(row).map(closeness)) }))
    .filter(({ is }) => is >= 0)
    .sort((a, b) => b.is - a.is)
    .map(({ row }) => row);
}
