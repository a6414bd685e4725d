import type { Privacy } from "@beatpass/shared/contracts";
import type { WriteContext } from "../context.ts";
import { privacy } from "../db/schema/index.ts";

/** Keeps what a producer agreed to; it holds from now on, on every surface. */
export async function savePrivacy(
  context: WriteContext,
  { producerId, choices }: { producerId: string; choices: Privacy },
): Promise<void> {
  const row = { producerId, choices, changedAt: Date.now() };
  await context.write((tx) =>
    tx.insert(privacy).values(row).onConflictDoUpdate({ target: privacy.producerId, set: row }),
  );
}
