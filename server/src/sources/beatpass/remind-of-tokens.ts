import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { and, eq, gt, lte } from "drizzle-orm";
import { readPrivacy } from "../../accounts/index.ts";
import type { WriteContext } from "../../context.ts";
import type { Reader, Tx } from "../../db/client.ts";
import { announcements, beatpassConnections, identities } from "../../db/schema/index.ts";
import { randomId } from "../../ids.ts";
import { deliverTo } from "../../private-messages/index.ts";
import { TOKEN_MS, tokenAge } from "./token-age.ts";

/** Days before a token's end at which its owner is told privately, once each. */
const REMIND_AT = [1, 3];

type Connection = typeof beatpassConnections.$inferSelect;
type Person = typeof identities.$inferSelect;

/**
 * Reminds whoever is linked that their BeatPass token ends in three days, and in one.
 * @returns how many were reminded
 */
export async function remindOfTokens(context: WriteContext): Promise<number> {
  const now = context.clock.now();
  return context.write(async (tx) => {
    let reminded = 0;
    for (const connection of await endingSoon(tx, now)) {
      if (await remind(tx, connection, now)) reminded++;
    }
    return reminded;
  });
}

/** Connections whose token still works and ends within three days. @param now product time, ms */
export const endingSoon = (db: Reader, now: number): Promise<Connection[]> =>
  db
    .select()
    .from(beatpassConnections)
    .where(
      and(
        eq(beatpassConnections.tokenState, "accepted"),
        gt(beatpassConnections.tokenAddedAt, now - TOKEN_MS),
        lte(beatpassConnections.tokenAddedAt, now - TOKEN_MS + Math.max(...REMIND_AT) * MS_PER_DAY),
      ),
    );

async function remind(tx: Tx, connection: Connection, now: number): Promise<boolean> {
  const people = await whoHearsPrivately(tx, connection.producerId);
  const { days, expiresAt } = tokenAge(connection, now);
  const step = REMIND_AT.find((one) => days <= one);
  if (people.length === 0 || step === undefined) return false;
  const id = randomId();
  const written = await tx
    .insert(announcements)
    .values({
      id,
      kind: "token-soon",
      producerId: "",
      // A renewed token is another connection, with reminders of its own.
      cause: `token-soon:${connection.id}:${step}`,
      view: { kind: "token-soon", occurredAt: new Date(now).toISOString(), demo: false, days, expiresAt },
      occurredAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: announcements.id });
  if (written.length === 0) return false;
  for (const { platform, scope, platformUserId: userId } of people)
    await deliverTo(tx, id, { platform, scope, userId });
  return true;
}

/** Where a producer is linked and has private messages on. */
async function whoHearsPrivately(tx: Tx, producerId: string): Promise<Person[]> {
  const linked = await tx.select().from(identities).where(eq(identities.producerId, producerId));
  const { told } = await readPrivacy(tx, producerId);
  return linked.filter((person) => isToldAnything(told, person));
}

type Told = Awaited<ReturnType<typeof readPrivacy>>["told"];
const isToldAnything = (told: Told, { platform, hasChosen }: Person): boolean =>
  hasChosen && Object.values(told[platform]).some(Boolean);

/**
 * Whether a reminder still holds: the person hears private messages, and the token neither ended nor was renewed meanwhile.
 * @param now product time, ms
 */
export async function isStillEnding(reader: Reader, person: Person, expiresAt: string, now: number): Promise<boolean> {
  if (Date.parse(expiresAt) <= now) return false;
  const { producerId } = person;
  const [connection] = await reader
    .select()
    .from(beatpassConnections)
    .where(eq(beatpassConnections.producerId, producerId));
  if (connection?.tokenState !== "accepted") return false;
  if (connection.tokenAddedAt + TOKEN_MS !== Date.parse(expiresAt)) return false;
  return isToldAnything((await readPrivacy(reader, producerId)).told, person);
}
