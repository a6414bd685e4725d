import type { CommunitySettingsChange, Places } from "@beatpass/shared/contracts";
import type { CommunityRow } from "../communities/index.ts";
import { askBot } from "../errands/index.ts";
import { AppError } from "../errors.ts";
import { type AdminContext, type Manager, recheckManager } from "./read-manager.ts";

/**
 * Changes what is given of a community's settings, after the platform said, just now, that whoever changes them still
 * manages it. Channels and roles must be the community's own: the bot may be in others, too.
 * @throws AppError forbidden, upstream_failed, invalid; nothing is changed then
 */
export async function changeSettings(
  context: AdminContext,
  community: CommunityRow,
  by: Manager,
  change: CommunitySettingsChange,
): Promise<void> {
  await recheckManager(context, community, by);
  const named = placesNamedBy(change);
  if (named.length > 0) refuseStrange(named, await readPlaces(context, community, by));
  await context.writer.run("saveSettings", {
    communityId: community.id,
    who: by.who,
    name: by.name,
    ...(by.by === "manager" && { administratorId: by.platformUserId }),
    change,
  });
}

/**
 * The community's channels and roles as its bot sees them now.
 * @returns undefined for an operator where no bot answers: they are trusted with ids
 * @throws AppError upstream_failed for a manager where no bot answers
 */
export async function readPlaces(
  context: AdminContext,
  community: CommunityRow,
  by: Manager,
): Promise<Places | undefined> {
  const answer = community.demo ? undefined : await askBot(context, community, { is: "places" });
  if (answer) return answer.places;
  if (by.by === "operator") return undefined;
  throw new AppError("upstream_failed", `The bot in ${community.name} does not answer. Nothing was changed.`);
}

type Named = { path: string; id: string; what: "channels" | "roles" };

function placesNamedBy({ channelId, topicChannels, levelRoles }: CommunitySettingsChange): Named[] {
  return [
    ...(channelId ? [{ path: "channelId", id: channelId, what: "channels" as const }] : []),
    ...Object.entries(topicChannels ?? {}).map(([topic, id]) => ({
      path: `topicChannels.${topic}`,
      id: id as string,
      what: "channels" as const,
    })),
    ...(levelRoles?.roles ?? []).map(({ roleId }, index) => ({
      path: `levelRoles.roles.${index}.roleId`,
      id: roleId,
      what: "roles" as const,
    })),
  ];
}

function refuseStrange(named: readonly Named[], places: Places | undefined): void {
  if (!places) return;
  const errors = named
    .filter(({ id, what }) => !places[what].some((place) => place.id === id))
    .map(({ path, id, what }) => ({ path, message: `no such ${what.slice(0, -1)} here: ${id}` }));
  if (errors.length === 0) return;
  throw new AppError("invalid", errors.map(({ path, message }) => `${path}: ${message}`).join("; "), { errors });
}
