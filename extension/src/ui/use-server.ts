import { useEffect, useState } from "preact/hooks";
import { serverItem } from "../storage/items.ts";

/** The chosen server's origin, null where none is chosen yet, undefined until storage has answered. */
export function useServer(): string | null | undefined {
  const [server, setServer] = useState<string | null>();
  useEffect(() => {
    const unwatch = serverItem.watch(setServer);
    void serverItem.getValue().then(setServer);
    return unwatch;
  }, []);
  return server;
}
