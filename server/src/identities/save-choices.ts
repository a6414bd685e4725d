import type { MemberChoices, Privacy } from "@beatpass/shared/contracts";
import { levelTitle } from "@beatpass/shared/rules";
import { eq } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import { announce } from "../announcements/index.ts";
import { addMember, type CommunityRef, communityId, identityScope } from "../communities/index.ts";
import type { WriteContext } from "../context.ts";
import { readCounts } from "../dashboard/index.ts";
import type { Tx } from "../db/client.ts";
import { identities, privacy, producers } from "../db/schema/index.ts";
import { isPerson } from "./person.ts";

export type ChoicesInput = CommunityRef & { user: string; producerId: string; choices: MemberChoices };

/**
 * Keeps what a person ticked on one platform; what they chose for the other stays as it is. They belong to the community
 * where they ticked it from then on; who wants a hello gets one there, once.
 */
export async function saveChoices(context: WriteContext, input: ChoicesInput): Promise<void> {
  const { platform, user, producerId, choices } = input;
  const { onBoards, named, announced, told, hello = false } = choices;
  await context.write(async (tx) => {
    const before = await readPrivacy(tx, producerId);
    const after: Privacy = {
      onBoards,
      named,
      announced: { ...before.announced, [platform]: announced },
      told: { ...before.told, [platform]: told },
    };
    const row = { producerId, choices: after, changedAt: Date.now() };
    await tx.insert(privacy).values(row).onConflictDoUpdate({ target: privacy.producerId, set: row });
    const person = isPerson({ platform, scope: identityScope(input), platformUserId: user });
    await tx.update(identities).set({ hasChosen: true }).where(person);
    const now = context.clock.now();
    await addMember(tx, { communityId: communityId(input), platformUserId: user, producerId }, now);
    if (hello) await sayHello(tx, input, now);
  });
}

async function sayHello(tx: Tx, { producerId, ...ref }: ChoicesInput, now: number): Promise<void> {
  const [producer] = await tx.select().from(producers).where(eq(producers.id, producerId));
  if (!producer) return;
  const { id, name, level, demo } = producer;
  const community = communityId(ref);
  await announce(
    tx,
    {
      kind: "joined",
      producer: { id, name },
      occurredAt: new Date(now).toISOString(),
      basis: "computed",
      demo,
      level,
      title: levelTitle(level),
      tracks: (await readCounts(tx, id)).tracks,
    },
    `joined:${community}:${id}`,
    { only: new Set([community]) },
  );
}
