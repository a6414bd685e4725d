import { randomBytes } from "node:crypto";
import { and, eq, gt, lt } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Reader, Tx } from "../db/client.ts";
import { manageTokens } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";
import { sha256 } from "../ids.ts";

export const LINK_MINUTES = 10;
export const SESSION_MINUTES = 60;

type Bearer = { communityId: string; platformUserId: string; name: string };

/** A one-time link's token for somebody who was just seen to manage the community; their earlier links end. */
export const createManageLink = (context: WriteContext, bearer: Bearer): Promise<string> =>
  context.write(async (tx) => {
    const { communityId, platformUserId } = bearer;
    const theirs = and(eq(manageTokens.communityId, communityId), eq(manageTokens.platformUserId, platformUserId));
    await tx.delete(manageTokens).where(and(theirs, eq(manageTokens.kind, "link")));
    return issue(tx, "link", bearer, LINK_MINUTES);
  });

/**
 * Spends a link and opens a session of one community.
 * @throws AppError gone for a link that was used, has ended or never was
 */
export const openManageSession = (
  context: WriteContext,
  { communityId, token }: { communityId: string; token: string },
): Promise<string> =>
  context.write(async (tx) => {
    const [spent] = await tx
      .delete(manageTokens)
      .where(and(isValid("link", token), eq(manageTokens.communityId, communityId)))
      .returning();
    if (!spent)
      throw new AppError("gone", "This link was used already or is older than 10 minutes. Ask for a new one.");
    return issue(tx, "session", spent, SESSION_MINUTES);
  });

/** Who holds a session of this community, if it is one and still open. */
export async function readManageSession(db: Reader, communityId: string, token: string): Promise<Bearer | undefined> {
  const [row] = await db
    .select()
    .from(manageTokens)
    .where(and(isValid("session", token), eq(manageTokens.communityId, communityId)));
  return row;
}

const isValid = (kind: "link" | "session", token: string) =>
  and(eq(manageTokens.hash, sha256(token)), eq(manageTokens.kind, kind), gt(manageTokens.expiresAt, Date.now()));

async function issue(tx: Tx, kind: "link" | "session", bearer: Bearer, minutes: number): Promise<string> {
  const { communityId, platformUserId, name } = bearer;
  const now = Date.now();
  const token = randomBytes(24).toString("base64url");
  await tx.delete(manageTokens).where(lt(manageTokens.expiresAt, now));
  const expiresAt = now + minutes * 60_000;
  await tx.insert(manageTokens).values({ hash: sha256(token), kind, communityId, platformUserId, name, expiresAt });
  return token;
}
