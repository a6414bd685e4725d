import type { Log } from "../log.ts";
import { ServerError } from "./server-error.ts";

/** What the server leases; nothing where it cannot be reached or refuses, which is an error where it refuses the key. */
export async function leaseOrNothing<Leased>(
  log: Log,
  of: "deliveries" | "errands",
  lease: () => Promise<Leased[]>,
): Promise<Leased[]> {
  try {
    return await lease();
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    log[error.refusesKey ? "error" : "warn"]({ event: "lease-failed", of, requestId: error.requestId }, error.message);
    return [];
  }
}
