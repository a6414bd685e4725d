import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { type ListState, readList, writeList } from "./list-address.ts";
import type { Order } from "./sort-rows.ts";

/** Search and order of a list, kept in its address. Pressing the sorted column turns it round. */
export function useList<Name extends string>(
  columns: readonly Name[],
  first: Name,
  firstOrder: (by: Name) => Order<Name>,
) {
  const [path, navigate] = useLocation();
  const [state, setState] = useState(() => readList(location.search, columns, first, firstOrder));
  const change = (part: Partial<ListState<Name>>) => {
    const next = { ...state, ...part };
    setState(next);
    navigate(path + writeList(next, first, firstOrder), { replace: true });
  };
  const { order } = state;
  return {
    ...state,
    setTyped: (typed: string) => change({ typed }),
    sortBy: (by: Name) =>
      change({ order: by === order.by ? { ...order, ascending: !order.ascending } : firstOrder(by) }),
  };
}
