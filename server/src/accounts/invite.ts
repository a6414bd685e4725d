import { Invitation, type InvitationLink } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { eq } from "drizzle-orm";
import type { Database } from "../db/client.ts";
import { producers, user } from "../db/schema/index.ts";
import { AppError, invalidField } from "../errors.ts";
import { randomId } from "../ids.ts";
import type { Auth } from "./auth.ts";
import { endPasswordLinks } from "./end-password-links.ts";
import { PASSWORD_LINK_DAYS } from "./password-link-days.ts";

export type AccountContext = { db: Database; accounts: Auth; publicUrl: string };

/**
 * Makes an account and its one-time set-password link. No e-mail is sent: the link is handed over.
 * @throws AppError conflict when the address has an account; invalid for what is no address, or a producer nobody knows
 */
export async function invite(
  context: AccountContext,
  wanted: { email: string; admin: boolean; producerId?: string | undefined },
): Promise<InvitationLink> {
  const email = wanted.email.trim().toLowerCase();
  // The shell's are checked by nobody before, and better-auth looks at it when the account is there already.
  if (!Invitation.shape.email.safeParse(email).success)
    throw invalidField("email", `"${wanted.email}" is not an e-mail address.`);
  const taken = await context.db.select({ id: user.id }).from(user).where(eq(user.email, email));
  if (taken.length > 0) throw new AppError("conflict", `${email} has an account already. Ask for a new link instead.`);
  const name = await nameFor(context.db, email, wanted.producerId);
  const now = new Date();
  await context.db.insert(user).values({
    id: randomId(),
    name,
    email,
    createdAt: now,
    updatedAt: now,
    admin: wanted.admin,
    producerId: wanted.producerId ?? null,
  });
  return passwordLink(context, email);
}

/** A new one-time link to set the password with; the way to reset it, too. Those given out before it open nothing. */
export async function passwordLink(
  { db, accounts, publicUrl }: AccountContext,
  email: string,
): Promise<InvitationLink> {
  const [person] = await db.select({ id: user.id }).from(user).where(eq(user.email, email));
  if (person) await endPasswordLinks(db, person.id);
  await accounts.auth.api.requestPasswordReset({ body: { email, redirectTo: "/set-password" } });
  const token = accounts.passwordTokens.get(email);
  accounts.passwordTokens.delete(email);
  if (token === undefined) throw new AppError("not_found", `${email} has no account.`);
  const expiresAt = new Date(Date.now() + PASSWORD_LINK_DAYS * MS_PER_DAY).toISOString();
  // In the fragment, so that it reaches neither logs nor referrers.
  return { link: `${publicUrl}/set-password#token=${encodeURIComponent(token)}`, expiresAt };
}

async function nameFor(db: Database, email: string, producerId: string | undefined): Promise<string> {
  if (producerId === undefined) return email.split("@")[0]!;
  const [producer] = await db.select({ name: producers.name }).from(producers).where(eq(producers.id, producerId));
  if (!producer) throw invalidField("producerId", `No producer "${producerId}" is known.`);
  return producer.name;
}
