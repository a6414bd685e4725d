import { CHAT_PLATFORMS } from "@beatpass/shared/contracts";
import { communityId, identityScope, sinceRefresh } from "../communities/index.ts";
import type { WriteContext } from "../context.ts";
import { communityMembers, identities } from "../db/schema/index.ts";
import { DEMO_CHAT_USER, DEMO_GUILD, HERO } from "./people.ts";

/** Links whoever types on the Channels page to the demo producer, on both platforms. */
export async function linkDemoMember(context: WriteContext, { producerId }: { producerId: string }): Promise<void> {
  const linkedAt = context.clock.now();
  const person = { producerId, platformUserId: DEMO_CHAT_USER, linkedAt };
  const guilds = CHAT_PLATFORMS.map((platform) => ({ platform, guildId: DEMO_GUILD }));
  await context.write(async (tx) => {
    const members = guilds.map((guild) => ({ ...person, communityId: communityId(guild), sinceRefresh }));
    await tx.insert(communityMembers).values(members).onConflictDoNothing();
    const links = guilds.map((guild) => ({
      ...person,
      platform: guild.platform,
      scope: identityScope(guild),
      displayName: HERO.name,
    }));
    await tx.insert(identities).values(links).onConflictDoNothing();
  });
}
