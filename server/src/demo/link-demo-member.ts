import type { ChatPlatform } from "@beatpass/shared/contracts";
import { communityId } from "../communities/index.ts";
import type { WriteContext } from "../context.ts";
import { communityMembers } from "../db/schema/index.ts";
import { DEMO_CHAT_USER, DEMO_GUILD } from "./people.ts";

/** Links whoever types on the Channels page to the demo producer, on both platforms. */
export async function linkDemoMember(context: WriteContext, { producerId }: { producerId: string }): Promise<void> {
  const linkedAt = context.clock.now();
  const rows = (["discord", "slack"] satisfies ChatPlatform[]).map((platform) => ({
    communityId: communityId({ platform, guildId: DEMO_GUILD }),
    producerId,
    platformUserId: DEMO_CHAT_USER,
    linkedAt,
  }));
  await context.write((tx) => tx.insert(communityMembers).values(rows).onConflictDoNothing());
}
