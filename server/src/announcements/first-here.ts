import type { ProducerView } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { type CommunityRow, membersOf, readLinked } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
// biome-ignore lint/style/noRestrictedImports: progress announces what it pays, so its index.ts leads back here
import { readHolders } from "../progress/holders.ts";

/** With fewer who are linked, most unlocks would be somebody's first. */
const LINKED_AT_LEAST = 10;

type Unlock = Extract<ProducerView, { kind: "achievement-unlock" }>;

/** An unlock as a community hears of it: whether nobody else of its members holds what was unlocked, where it is one. */
export async function withFirstHere(tx: Tx, community: CommunityRow, view: Unlock): Promise<Unlock> {
  const [single, ...others] = view.achievements;
  if (!single || others.length > 0 || (await readLinked(tx, community.id)).length < LINKED_AT_LEAST) return view;
  return (await isHeldByOthers(tx, community, view, single.slug)) ? view : { ...view, firstHere: true };
}

async function isHeldByOthers(tx: Tx, community: CommunityRow, { producer }: Unlock, slug: string): Promise<boolean> {
  // Of everybody their number is kept: all unlocks there are would be looked through.
  if (community.members === "all") return ((await readHolders(tx, community.demo)).get(slug) ?? 0) > 1;
  const rows = await tx.all(sql`
    SELECT 1 FROM xp_entries WHERE producer_id IN ${membersOf(community)} AND producer_id <> ${producer.id}
      AND reason = 'achievement' AND subject = ${slug} LIMIT 1`);
  return rows.length > 0;
}
