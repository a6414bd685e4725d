import type { Client } from "@libsql/client";
import { storageFault } from "./storage-fault.ts";

/**
 * A file client that opens its connections anew after one found the file locked. The failed statement stays under
 * way in its connection (libsql 0.5.29, seen 2026-11-23): what is written there afterwards is acknowledged, seen by
 * nobody else and lost, and transactions never commit.
 */
export function reopenWhenBusy(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        const result: unknown = member.apply(target, args);
        return result instanceof Promise ? result.catch(reopen) : result;
      };
      function reopen(error: unknown): never {
        if (storageFault(error) === "busy" && !target.closed) target.reconnect();
        throw error;
      }
    },
  });
}
