import type { ErrandAnswer } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { errands } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
// biome-ignore lint/style/noRestrictedImports: roles send errands, so their index.ts leads back here
import { noteHeld } from "../roles/note-held.ts";

const RETRY_MS = [1000, 5000, 30_000, 120_000, 600_000];

/**
 * Records what a bot found out or did; without a result the errand is open again.
 * @throws AppError conflict when the lease was lost meanwhile, or nobody waits for it any longer
 */
export async function answerErrand(
  context: WriteContext,
  { id, lease, result, retryAfterMs, detail }: ErrandAnswer & { id: string },
): Promise<void> {
  await context.write(async (tx) => {
    const [row] = await tx.select().from(errands).where(eq(errands.id, id));
    if (row?.status !== "leased" || row.lease !== lease) {
      throw new AppError("conflict", `Errand ${id} is not leased with this lease any more.`);
    }
    const wait = retryAfterMs ?? RETRY_MS[Math.min(row.attempts, RETRY_MS.length) - 1] ?? 1000;
    await tx
      .update(errands)
      .set({
        status: result ? "done" : "waiting",
        lease: null,
        leasedUntil: null,
        notBefore: result ? row.notBefore : Date.now() + wait,
        result: result ?? null,
        detail: detail ?? null,
      })
      .where(eq(errands.id, id));
    if (result?.is === "hold-roles" && row.subject !== null) await noteHeld(tx, row.subject, result);
  });
}
