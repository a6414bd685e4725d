import { useEffect, useState } from "preact/hooks";
import type { View } from "../messaging/view.ts";
import { viewItem } from "../storage/items.ts";

/** What the background shows, as stored and as it changes; undefined until storage has answered. */
export function useView(): View | undefined {
  const [view, setView] = useState<View>();
  useEffect(() => {
    const unwatch = viewItem.watch(setView);
    void viewItem.getValue().then(setView);
    return unwatch;
  }, []);
  return view;
}
