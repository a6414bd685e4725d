import type { AnnouncementView, ChatPlatform } from "@beatpass/shared/contracts";
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
  await tell(tx, { about: kind, platform, communityId, ...(kind !== "roles-missing" && { channelId }) }, now);
}

/** Greets whoever owns a community in which the bot is new; its channels hear nothing until one is chosen. */
export const greetOwner = (tx: Tx, community: { platform: ChatPlatform; communityId: string }, now: number) =>
  tell(tx, { about: "hello", ...community }, now);

type NoticeView = Extract<AnnouncementView, { kind: "notice" }>;
type Told = Pick<NoticeView, "about" | "platform"> & { communityId: string; channelId?: string };

async function tell(tx: Tx, { about, platform, communityId, channelId }: Told, now: number): Promise<void> {
  const [community] = await tx.select().from(communities).where(eq(communities.id, communityId));
  if (!community?.administratorId) return;
  const id = randomId();
  await tx.insert(announcements).values({
    id,
    kind: "notice",
    producerId: "",
    cause: `notice:${about}:${platform}:${channelId || communityId}:${now}`,
    view: {
      kind: "notice",
      occurredAt: new Date(now).toISOString(),
      demo: false,
      about,
      platform,
      community: { id: community.id, name: community.name },
      ...(channelId !== undefined && { channelId }),
      locale: community.locale,
    },
    occurredAt: now,
  });
  const scope = platform === "slack" ? community.guildId : "";
  await deliverTo(tx, id, { platform, scope, userId: community.administratorId });
}
