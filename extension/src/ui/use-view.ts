import { useEffect, useState } from "preact/hooks";
import type { View } from "../messaging/view.ts";
import { viewItem } from "../storage/items.ts";

/** What the background shows, from what was stored when the page opened, as it changes. */
export function useView(stored: View): View {
  const [view, setView] = useState(stored);
  useEffect(() => {
    const unwatch = viewItem.watch(setView);
    void viewItem.getValue().then(setView);
    return unwatch;
  }, []);
  return view;
}
