import type { DeliveryOutcome } from "@beatpass/shared/contracts";
import { and, eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { deliveries } from "../db/schema/index.ts";
import { AppError, notFound } from "../errors.ts";

/** Waits between tries that the platform did not time itself. */
const RETRY_MS = [1000, 5000, 30_000, 120_000, 600_000];
const RETRY_FOR_ATTEMPTS = 50;

/**
 * Records what became of a delivery. Final outcomes are final; "retry-later" (certainly not sent) opens it again.
 * @throws AppError conflict when the lease was lost meanwhile: somebody else has the delivery, or it is done
 */
export async function recordOutcome(
  context: WriteContext,
  { id, ...outcome }: DeliveryOutcome & { id: string },
): Promise<void> {
  const now = Date.now();
  await context.write(async (tx) => {
    const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id));
    if (!row) throw notFound();
    if (row.status !== "leased" || row.lease !== outcome.lease) {
      throw new AppError("conflict", `Delivery ${id} is not leased with this lease any more (it is ${row.status}).`);
    }
    const again = outcome.outcome === "retry-later" && row.attempts < RETRY_FOR_ATTEMPTS;
    const wait = outcome.retryAfterMs ?? RETRY_MS[Math.min(row.attempts, RETRY_MS.length) - 1] ?? 1000;
    await tx
      .update(deliveries)
      .set({
        status: outcome.outcome === "retry-later" ? (again ? "waiting" : "rejected") : outcome.outcome,
        lease: null,
        leasedUntil: null,
        // What this attempt knows of itself says nothing of an earlier one.
        inDoubtSince: again ? row.inDoubtSince : null,
        notBefore: again ? now + wait : row.notBefore,
        messageId: outcome.messageId ?? null,
        detail: outcome.detail ?? null,
        doneAt: again ? null : now,
      })
      .where(and(eq(deliveries.id, id), eq(deliveries.lease, outcome.lease)));
  });
}
