import type { ResultOf } from "@beatpass/shared/contracts";
import { and, eq } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { communities, memberRoles } from "../db/schema/index.ts";
import { noteTrouble, settleOfCommunity } from "../notices/index.ts";

/**
 * Records what became of a member's roles. Roles that no longer exist leave the community's settings; who has nothing
 * of ours any more is forgotten.
 */
export async function noteHeld(tx: Tx, subject: string, result: ResultOf<"hold-roles">): Promise<void> {
  const [, communityId = "", userId = ""] = subject.split(":");
  const member = and(eq(memberRoles.communityId, communityId), eq(memberRoles.platformUserId, userId));
  const [row] = await tx.select().from(memberRoles).where(member);
  if (!row) return;
  await dropGone(tx, communityId, result.gone);
  await noteRights(tx, communityId, result);
  const outcome = result.outcome === "held" && withheld(result) ? "not-allowed" : result.outcome;
  if (row.level === 0 && outcome !== "not-allowed") await tx.delete(memberRoles).where(member);
  else {
    const managed = row.managed.filter((id) => !result.gone.includes(id));
    await tx.update(memberRoles).set({ outcome, managed }).where(member);
  }
}

/** Whether a role was not given, or not taken back, because of what it is. */
const withheld = ({ above, powerful }: ResultOf<"hold-roles">): boolean => above.length > 0 || powerful.length > 0;

/** What the bot may not do is told once to whoever can change it; over as soon as it may. */
async function noteRights(tx: Tx, communityId: string, result: ResultOf<"hold-roles">): Promise<void> {
  const { outcome } = result;
  const now = Date.now();
  if (outcome === "held" && !withheld(result)) return settleOfCommunity(tx, "roles-missing", communityId, now);
  if (outcome === "member-gone") return;
  await noteTrouble(
    tx,
    { kind: "roles-missing", platform: "discord", communityId, channelId: "", detail: undefined },
    now,
  );
}

async function dropGone(tx: Tx, communityId: string, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return;
  const [community] = await tx.select().from(communities).where(eq(communities.id, communityId));
  const { mode, roles } = community?.levelRoles ?? { mode: "stack" as const, roles: [] };
  const left = roles.filter(({ roleId }) => !gone.includes(roleId));
  if (left.length === roles.length) return;
  const levelRoles = left.length === 0 ? null : { mode, roles: left };
  await tx.update(communities).set({ levelRoles }).where(eq(communities.id, communityId));
}
