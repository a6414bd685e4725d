import type { Order } from "./sort-rows.ts";

/** A list's search and order as its address keeps them, so that the way back leads to the same list. */
export type ListState<Name extends string> = { typed: string; order: Order<Name> };

/** @param firstOrder how a column begins when it is first chosen */
export function readList<Name extends string>(
  search: string,
  columns: readonly Name[],
  first: Name,
  firstOrder: (by: Name) => Order<Name>,
): ListState<Name> {
  const query = new URLSearchParams(search);
  const wanted = query.get("by");
  const order = firstOrder(columns.find((column) => column === wanted) ?? first);
  const isTurned = query.has("turned");
  return { typed: query.get("q") ?? "", order: { ...order, ascending: order.ascending !== isTurned } };
}

/** The same as a query with its question mark; what is as at first is not named. */
export function writeList<Name extends string>(
  { typed, order }: ListState<Name>,
  first: Name,
  firstOrder: (by: Name) => Order<Name>,
): string {
  const query = new URLSearchParams({
    ...(typed !== "" && { q: typed }),
    ...(order.by !== first && { by: order.by }),
    ...(order.ascending !== firstOrder(order.by).ascending && { turned: "" }),
  }).toString();
  return query === "" ? "" : `?${query}`;
}
