import type { AccountChange } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { user } from "../db/schema/index.ts";

/** Changes what is given of one's own account. */
export async function saveAccount(
  context: WriteContext,
  { userId, change }: { userId: string; change: AccountChange },
): Promise<void> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await context.write((tx) =>
    tx
      .update(user)
      .set({ ...given, updatedAt: new Date() })
      .where(eq(user.id, userId)),
  );
}
