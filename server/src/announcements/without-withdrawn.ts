import type { AnnouncementView, NamedRef } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { mayAllBeNamed, readPrivacy, willingOthers } from "../accounts/index.ts";
import type { CommunityRow } from "../communities/index.ts";
import { asHeardBy, isMemberOf, membersOf } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { jsonEach } from "../db/json-rows.ts";
import { withFirstHere } from "./first-here.ts";

type Digest = Extract<AnnouncementView, { kind: "community-digest" }>;

/** Makes a digest anew, of those who may be named in it now; undefined where nothing is left to say. */
export type RemakeDigest = (tx: Tx, community: CommunityRow, digest: Digest) => Promise<Digest | undefined>;

/**
 * An announcement as it may be said now: nobody beside its producer is named who unlinked or changed their mind since
 * it was written; of unlocks what the community hears of, and whether it is the first there.
 * @returns undefined where nothing is left to say
 */
export async function withoutWithdrawn(
  tx: Tx,
  community: CommunityRow,
  view: AnnouncementView,
  remakeDigest: RemakeDigest,
): Promise<AnnouncementView | undefined> {
  switch (view.kind) {
    case "community-digest":
      return remakeDigest(tx, community, view);
    case "climb": {
      const { passed, ...rest } = view;
      return passed && !(await mayBeNamed(tx, community, view.producer, passed)) ? rest : view;
    }
    case "new-number-one":
    case "top-three": {
      const { podium, passedOnPodium, ...rest } = view;
      // Those written before it was kept who was passed show no podium.
      const mayBeShown = podium && passedOnPodium && (await mayAllBeNamed(tx, passedOnPodium));
      return mayBeShown && (await areOnBoards(tx, community, podium)) ? { ...rest, podium } : rest;
    }
    case "achievement-unlock": {
      const heard = await asHeardBy(tx, community, view);
      return heard.achievements.length > 0 ? withFirstHere(tx, community, heard) : undefined;
    }
    case "level-up": {
      const { cause } = view;
      if (cause.reason !== "collaboration") return view;
      return { ...view, cause: { ...cause, others: await willingOthers(tx, cause.track.id, cause.others) } };
    }
    default:
      return view;
  }
}

/** Whether who was passed may be named beside who passed them: both have to agree to it (spec §13). */
async function mayBeNamed(tx: Tx, community: CommunityRow, by: NamedRef, { id }: NamedRef): Promise<boolean> {
  const passed = await readPrivacy(tx, id);
  return passed.named && passed.onBoards && (await readPrivacy(tx, by.id)).named && isMemberOf(tx, community, id);
}

/** Whether all who stand in a board's picture may stand there still. */
async function areOnBoards(tx: Tx, community: CommunityRow, podium: readonly string[]): Promise<boolean> {
  const [row] = await tx.all<{ names: number }>(sql`
    SELECT count(DISTINCT p.name) AS names FROM producers p
    WHERE p.name IN (SELECT value FROM ${jsonEach(podium)}) AND p.id IN ${membersOf(community)}
      AND NOT EXISTS (SELECT 1 FROM privacy v WHERE v.producer_id = p.id AND v.choices ->> 'onBoards' = 0)`);
  return row?.names === new Set(podium).size;
}
