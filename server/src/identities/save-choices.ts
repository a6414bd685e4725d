import type { ChatPlatform, MemberChoices, Privacy } from "@beatpass/shared/contracts";
import { readPrivacy } from "../accounts/read-privacy.ts";
import type { WriteContext } from "../context.ts";
import { privacy } from "../db/schema/index.ts";

export type ChoicesInput = { platform: ChatPlatform; producerId: string; choices: MemberChoices };

/** Keeps what a person ticked on one platform; what they chose for the other stays as it is. */
export async function saveChoices(
  context: WriteContext,
  { platform, producerId, choices }: ChoicesInput,
): Promise<void> {
  const { onBoards, named, announced, told } = choices;
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
  });
}
