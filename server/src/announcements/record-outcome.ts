import type { DeliveryOutcome } from "@beatpass/shared/contracts";
import { and, eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { deliveries, identities } from "../db/schema/index.ts";
import { AppError, notFound } from "../errors.ts";
import { NEWS_FOR_MS, noteTrouble, settleTrouble } from "../notices/index.ts";

type Row = typeof deliveries.$inferSelect;
type Outcome = DeliveryOutcome & { id: string };

/** Waits between tries that the platform did not time itself. */
const RETRY_MS = [1000, 5000, 30_000, 120_000, 600_000];
/**
 * Records what became of a delivery. Final outcomes are final; "retry-later" (certainly not sent) opens it again, for
 * a day at most.
 * @throws AppError conflict when the lease was lost meanwhile: somebody else has the delivery, or it is done
 */
export async function recordOutcome(context: WriteContext, outcome: Outcome): Promise<void> {
  await context.writeTogether(recordAll, outcome);
}

async function recordAll(tx: Tx, outcomes: readonly Outcome[]): Promise<undefined[]> {
  const now = Date.now();
  for (const outcome of outcomes) await record(tx, outcome, now);
  return outcomes.map(() => undefined);
}

async function record(tx: Tx, { id, ...outcome }: Outcome, now: number): Promise<void> {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id));
  if (!row) throw notFound();
  if (row.status !== "leased" || row.lease !== outcome.lease) {
    throw new AppError("conflict", `Delivery ${id} is not leased with this lease any more (it is ${row.status}).`);
  }
  const again = outcome.outcome === "retry-later" && now - (row.releasedAt ?? row.createdAt) < NEWS_FOR_MS;
  const wait = outcome.retryAfterMs ?? RETRY_MS[Math.min(row.attempts, RETRY_MS.length) - 1] ?? 1000;
  await tx
    .update(deliveries)
    .set({
      status: outcome.outcome === "retry-later" ? (again ? "waiting" : givenUp(row)) : outcome.outcome,
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
  if (row.personScope === null) await learnOfChannel(tx, row, outcome, now);
  else await learnOfPerson(tx, row, outcome, now);
}

/** An earlier attempt may have been seen. */
const givenUp = ({ inDoubtSince }: Row): "unknown" | "rejected" => (inDoubtSince === null ? "rejected" : "unknown");

/** A message that is gone says nothing of its channel: only what is posted anew does. */
async function learnOfChannel(tx: Tx, row: Row, { outcome, missing, detail }: DeliveryOutcome, now: number) {
  const place = { platform: row.platform, channelId: row.channelId, communityId: row.communityId, detail };
  if (outcome === "credentials-dead") await noteTrouble(tx, { ...place, kind: "credentials-dead" }, now);
  if (row.edits !== null) return;
  if (outcome === "delivered") await settleTrouble(tx, row, now);
  if (outcome !== "destination-gone") return;
  await noteTrouble(tx, { ...place, kind: missing === "permission" ? "permission-missing" : "channel-gone" }, now);
}

/** Whether a person can be reached is shown beside their link. */
async function learnOfPerson(tx: Tx, row: Row, { outcome, detail }: DeliveryOutcome, now: number) {
  const { platform, channelId, communityId } = row;
  if (outcome === "credentials-dead")
    await noteTrouble(tx, { kind: "credentials-dead", platform, channelId, communityId, detail }, now);
  if (outcome !== "delivered" && outcome !== "destination-gone") return;
  await tx
    .update(identities)
    .set({ unreachableSince: outcome === "delivered" ? null : now })
    .where(
      and(
        eq(identities.platform, platform),
        eq(identities.scope, row.personScope ?? ""),
        eq(identities.platformUserId, channelId),
      ),
    );
}
