import type { LeasedDelivery } from "@beatpass/shared/contracts";
import type { ServerApi } from "../server-api/server-api.ts";
import { ServerError } from "../server-api/server-error.ts";
import { backOff, type Time } from "../time.ts";
import type { Verdict } from "./deliver.ts";

/**
 * Tells the server what became of a delivery, again and again while its lease lasts.
 * @returns whether the server took it; if not, the delivery will come again, in doubt
 */
export async function reportVerdict(
  server: ServerApi,
  delivery: LeasedDelivery,
  verdict: Verdict,
  time: Time,
): Promise<boolean> {
  const until = Date.parse(delivery.leasedUntil);
  for (let attempt = 0; ; attempt++) {
    try {
      return await server.report(delivery.id, { lease: delivery.lease, ...verdict });
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      const wait = backOff(attempt, 250, 4000);
      if (time.now() + wait >= until) return false;
      await time.sleep(wait);
    }
  }
}
