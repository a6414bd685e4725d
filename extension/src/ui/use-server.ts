import { useEffect, useState } from "preact/hooks";
import { serverItem } from "../storage/items.ts";

/** The chosen server's origin, null where none is chosen yet; from what was stored, as it changes. */
export function useServer(stored: string | null): string | null {
  const [server, setServer] = useState(stored);
  useEffect(() => {
    const unwatch = serverItem.watch(setServer);
    void serverItem.getValue().then(setServer);
    return unwatch;
  }, []);
  return server;
}
