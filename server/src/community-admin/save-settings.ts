import type { CommunitySettingsChange } from "@beatpass/shared/contracts";
import { eq } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import { communities, communityChanges } from "../db/schema/index.ts";

export type SettingsSaved = {
  communityId: string;
  who: string;
  name: string;
  /** The manager's id on the platform, where it was one: they are told where someone must act. */
  administratorId?: string | undefined;
  change: CommunitySettingsChange;
};

/** Saves what is given of a community's settings, with a line of who changed it. */
export async function saveSettings(
  context: WriteContext,
  { communityId, who, name, administratorId, change }: SettingsSaved,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return;
  await context.write(async (tx) => {
    await tx
      .update(communities)
      .set({ ...given, ...(administratorId && { administratorId }) })
      .where(eq(communities.id, communityId));
    await tx.insert(communityChanges).values({ communityId, at: Date.now(), who, name, change: given });
  });
  context.log.info({ event: "community-settings", id: communityId, who, fields: Object.keys(given) });
}
