import { eq } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { announcements, communities } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";
import { deliverTo } from "../private-messages/index.ts";
import type { Trouble } from "./trouble.ts";

/** Tells whoever administers a community what the bot may not do there, where it can tell them at all. */
export async function tellAdministrator(
  tx: Tx,
  { kind, platform, communityId, channelId }: Trouble,
  now: number,
): Promise<void> {
  if (kind === "credentials-dead" || kind === "community-left") return;
  const [community] = await tx.select().from(communities).where(eq(communities.id, communityId));
  if (!community?.administratorId) return;
  const id = randomId();
  await tx.insert(announcements).values({
    id,
    kind: "notice",
    producerId: "",
    cause: `notice:${kind}:${platform}:${channelId || communityId}:${now}`,
    view: {
      kind: "notice",
      occurredAt: new Date(now).toISOString(),
      demo: false,
      about: kind,
      platform,
      community: { id: community.id, name: community.name },
      ...(kind !== "roles-missing" && { channelId }),
      locale: community.locale,
    },
    occurredAt: now,
  });
  const scope = platform === "slack" ? community.guildId : "";
  await deliverTo(tx, id, { platform, scope, userId: community.administratorId });
}
