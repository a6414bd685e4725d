import { and, eq } from "drizzle-orm";
import { type CommunityRow, identityScope } from "../communities/index.ts";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { identities } from "../db/schema/index.ts";
import { askBot } from "../errands/index.ts";
import { AppError, notFound } from "../errors.ts";
import { isAdmin, type Principal } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";

export type AdminContext = ReadContext & { writer: Writer };

/** As whom somebody administers a community; a manager's right is the platform's to give and to take. */
export type Manager =
  | { by: "operator"; who: string; name: string }
  | { by: "manager"; who: string; name: string; platformUserId: string };

/**
 * Who asks about a community's settings: an operator, the bearer of a session that `/beatpass settings` opened, or a
 * producer one of whose linked identities manages it.
 * @throws AppError not_found for everybody else
 */
export async function readManager(
  context: AdminContext,
  community: CommunityRow,
  who: Principal,
  session: { platformUserId: string; name: string } | undefined,
): Promise<Manager> {
  if (isAdmin(who)) return operator(who);
  if (session) return manager(community, session.platformUserId, session.name);
  const linked = who.kind === "user" && who.producerId ? await linkedAs(context.db, community, who.producerId) : [];
  for (const { platformUserId, displayName } of linked) {
    if (await mayManage(context, community, platformUserId)) return manager(community, platformUserId, displayName);
  }
  throw notFound();
}

/**
 * Asks the platform, now, whether a manager still manages the community (spec: rechecked at every change).
 * @throws AppError forbidden where they do not; upstream_failed where no bot says
 */
export async function recheckManager(context: AdminContext, community: CommunityRow, by: Manager): Promise<void> {
  if (by.by === "operator") return;
  if (await mayManage(context, community, by.platformUserId)) return;
  throw new AppError("forbidden", `You no longer manage ${community.name}. Nothing was changed.`);
}

async function mayManage(context: AdminContext, community: CommunityRow, userId: string): Promise<boolean> {
  const answer = community.demo ? undefined : await askBot(context, community, { is: "may-manage", userId });
  if (answer) return answer.may;
  throw new AppError(
    "upstream_failed",
    `The bot in ${community.name} does not answer, so whether you manage it is not known. Nothing was changed.`,
  );
}

const manager = ({ platform }: CommunityRow, platformUserId: string, name: string): Manager => ({
  by: "manager",
  who: `${platform}:${platformUserId}`,
  name,
  platformUserId,
});

const operator = (who: Principal): Manager =>
  who.kind === "user"
    ? { by: "operator", who: `user:${who.userId}`, name: who.name }
    : { by: "operator", who: who.kind === "key" ? `key:${who.keyId}` : "", name: "API" };

function linkedAs(db: Reader, community: CommunityRow, producerId: string) {
  const { platform } = community;
  const scope = identityScope(community);
  return db
    .select()
    .from(identities)
    .where(and(eq(identities.platform, platform), eq(identities.scope, scope), eq(identities.producerId, producerId)))
    .orderBy(identities.linkedAt, identities.platformUserId);
}
