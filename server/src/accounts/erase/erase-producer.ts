import { NOTHING_AGREED } from "@beatpass/shared/contracts";
import { eq, sql } from "drizzle-orm";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { idList } from "../../db/json-rows.ts";
import { artists, identities, privacy, producers } from "../../db/schema/index.ts";
import { eraseOwner } from "../../finances/index.ts";
import { leaveCommunities } from "../../identities/index.ts";
import { eraseAnnouncements } from "./erase-announcements.ts";
import { eraseArtists } from "./erase-artists.ts";
import { eraseListener } from "./erase-listener.ts";

/** Takes a producer's person out: names, pictures and links of its artists, and who they are elsewhere. */
export async function eraseProducer(
  tx: Tx,
  context: WriteContext,
  { producerId, personName }: { producerId: string; personName: string },
): Promise<void> {
  const own = await tx.select().from(artists).where(eq(artists.producerId, producerId));
  const [producer] = await tx.select().from(producers).where(eq(producers.id, producerId));
  const ids = own.map(({ id }) => id);
  const names = new Set([personName, ...(producer ? [producer.name] : []), ...(await everyNameOf(tx, ids))]);
  await unlinkPerson(tx, producerId);
  // Nothing is said of them and no board shows them, whatever is under way.
  const choices = { producerId, choices: NOTHING_AGREED, changedAt: Date.now() };
  await tx.insert(privacy).values(choices).onConflictDoUpdate({ target: privacy.producerId, set: choices });
  await eraseArtists(tx, context, ids);
  await eraseAnnouncements(tx, { producerId, names });
  await eraseListener(tx, producerId);
  await eraseProducerRows(tx, producerId);
  await eraseOwner(tx, producerId);
}

/** Also those that they went by before. */
async function everyNameOf(tx: Tx, artistIds: readonly string[]): Promise<string[]> {
  const rows = await tx.all<{ name: string }>(sql`
    SELECT DISTINCT data ->> '$.fact.name' AS name FROM activity
    WHERE type = 'ca.beatpass.artist.updated' AND subject IN ${idList(artistIds)} AND data ->> '$.fact.name' IS NOT NULL`);
  return rows.map(({ name }) => name);
}

async function unlinkPerson(tx: Tx, producerId: string): Promise<void> {
  const people = await tx.delete(identities).where(eq(identities.producerId, producerId)).returning();
  for (const { platform, scope, platformUserId } of people) {
    await leaveCommunities(tx, { platform, scope, platformUserId });
    // Roles that are to be taken back keep their row until the bot has done it.
    const statements = [
      sql`DELETE FROM manage_tokens WHERE platform_user_id = ${platformUserId}`,
      sql`DELETE FROM errands WHERE errand ->> '$.userId' = ${platformUserId}`,
      sql`DELETE FROM link_tries WHERE instr(who, ${platformUserId}) > 0`,
      sql`DELETE FROM deliveries WHERE person_scope = ${scope} AND platform = ${platform} AND channel_id = ${platformUserId}`,
      sql`UPDATE communities SET administrator_id = NULL WHERE platform = ${platform} AND administrator_id = ${platformUserId}`,
      sql`UPDATE community_changes SET who = ${`${platform}:erased`}, name = '–' WHERE who = ${`${platform}:${platformUserId}`}`,
    ];
    for (const statement of statements) await tx.run(statement);
  }
}

async function eraseProducerRows(tx: Tx, producerId: string): Promise<void> {
  const statements = [
    sql`DELETE FROM community_members WHERE producer_id = ${producerId}`,
    sql`DELETE FROM link_codes WHERE producer_id = ${producerId}`,
    sql`DELETE FROM api_keys WHERE producer_id = ${producerId}`,
    sql`DELETE FROM beatpass_connections WHERE producer_id = ${producerId}`,
    sql`DELETE FROM producer_places WHERE producer_id = ${producerId}`,
  ];
  for (const statement of statements) await tx.run(statement);
}
