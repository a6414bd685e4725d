import type { CommunitySettingsChange, Places, RoleBar } from "@beatpass/shared/contracts";
import type { CommunityRow } from "../communities/index.ts";
import { askBot } from "../errands/index.ts";
import { AppError, invalidField } from "../errors.ts";
import { type AdminContext, type Manager, recheckManager } from "./read-manager.ts";

/**
 * Changes what is given of a community's settings, after the platform said, just now, that whoever changes them still
 * manages it. That it hears of everybody is the operator's choice. Channels and roles must be the community's own: the bot may be in others, too. Roles must be theirs to give.
 * @throws AppError forbidden, upstream_failed, invalid; nothing is changed then
 */
export async function changeSettings(
  context: AdminContext,
  community: CommunityRow,
  by: Manager,
  change: CommunitySettingsChange,
): Promise<void> {
  await recheckManager(context, community, by);
  if (by.by === "manager" && change.members === "all" && community.members !== "all")
    throw invalidField("members", "That a community hears of every producer is the operator’s choice.");
  const named = placesNamedBy(change);
  if (named.length > 0) refuseWrong(named, await readPlaces(context, community, by));
  await context.writer.run("saveSettings", {
    communityId: community.id,
    who: by.who,
    name: by.name,
    ...(by.by === "manager" && { administratorId: by.platformUserId }),
    change,
  });
}

/**
 * The community's channels and roles as its bot sees them now, with what is not a manager's to give.
 * @returns undefined for an operator where no bot answers: they are trusted with ids
 * @throws AppError upstream_failed for a manager where no bot answers
 */
export async function readPlaces(
  context: AdminContext,
  community: CommunityRow,
  by: Manager,
): Promise<Places | undefined> {
  const asker = by.by === "manager" ? { userId: by.platformUserId } : {};
  const answer = community.demo ? undefined : await askBot(context, community, { is: "places", ...asker });
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

function refuseWrong(named: readonly Named[], places: Places | undefined): void {
  if (!places) return;
  const errors = named.flatMap(({ path, id, what }) => {
    const message = what === "roles" ? wrongRole(places, id) : wrongChannel(places, id);
    return message === undefined ? [] : [{ path, message }];
  });
  if (errors.length > 0) throw new AppError("invalid", errors.map(({ message }) => message).join(" "), { errors });
}

const wrongChannel = ({ channels }: Places, id: string): string | undefined =>
  channels.some((channel) => channel.id === id) ? undefined : `There is no channel ${id} here.`;

function wrongRole({ roles }: Places, id: string): string | undefined {
  const role = roles.find((one) => one.id === id);
  if (!role) return `There is no role ${id} here.`;
  return role.barred && BARRED[role.barred]?.(role.name);
}

/** A role above the bot's may be chosen: the bot can be moved, and gives nothing before. */
const BARRED: Record<RoleBar, ((role: string) => string) | undefined> = {
  powerful: (role) =>
    `${role} carries rights such as managing the server or banning members, which are never given by level.`,
  "no-right": (role) => `${role} is not yours to give: that takes “Manage Roles” in Discord.`,
  "above-asker": (role) => `${role} is not yours to give: it is not below your own highest role in Discord.`,
  "above-bot": undefined,
};
