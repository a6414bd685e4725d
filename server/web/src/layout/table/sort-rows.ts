/** The column that a list is sorted by, and which way. */
export type Order<Name extends string> = { by: Name; ascending: boolean };

/** Rows in an order; names as people read them. What has no value comes last, whichever way. */
export function sortRows<Row, Name extends string>(
  rows: readonly Row[],
  { by, ascending }: Order<Name>,
  sortedBy: (row: Row, by: Name) => string | number | undefined,
  locale: string,
): Row[] {
  const names = new Intl.Collator(locale, { numeric: true });
  const compare = (a: string | number, b: string | number): number =>
    typeof a === "string" && typeof b === "string" ? names.compare(a, b) : Number(a) - Number(b);
  return rows.toSorted((rowA, rowB) => {
    const [a, b] = [sortedBy(rowA, by), sortedBy(rowB, by)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return ascending ? compare(a, b) : compare(b, a);
  });
}
