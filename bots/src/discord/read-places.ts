import type { ResultOf } from "@beatpass/shared/contracts";
import { type APIGuildChannel, ChannelType, Routes } from "discord.js";
import { type GuildReader, isGone } from "./guild-reader.ts";
import { barOf, channelPermissions, guildPermissions, mayManageRoles, mayPost, missingFrom } from "./permissions.ts";

/** Rarely is a server without its channels of these kinds. */
const POSTABLE = new Set<number>([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** The kinds of {@link POSTABLE} have a place in the list. */
type Channel = APIGuildChannel & { position?: number };

/**
 * The channels and roles of a guild in its own order, with what the bot lacks in each channel and why a role cannot be
 * given.
 * @param userId who chooses among the roles, where it is somebody there
 */
export async function readPlaces(
  guilds: GuildReader,
  guildId: string,
  userId: string | undefined,
): Promise<ResultOf<"places">> {
  const [{ guild, me }, all, asker] = await Promise.all([
    guilds.withMe(guildId),
    guilds.rest.get(Routes.guildChannels(guildId)),
    userId === undefined ? undefined : readAsker(guilds, guildId, userId),
  ]);
  const channels = (all as Channel[]).filter(({ type }) => POSTABLE.has(type));
  return {
    is: "places",
    places: {
      channels: channels
        .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
        .map((channel) => {
          const missing = missingFrom(channelPermissions(guild, me, channel));
          return { id: channel.id, name: channel.name ?? channel.id, mayPost: mayPost(missing), missing };
        }),
      roles: guild.roles
        .filter(({ id, managed }) => id !== guild.id && !managed)
        .sort((a, b) => b.position - a.position)
        .map((role) => {
          const barred = barOf(guild, role, { me, asker });
          return { id: role.id, name: role.name, assignable: barred === undefined, ...(barred && { barred }) };
        }),
      mayManageRoles: mayManageRoles(guildPermissions(guild, me)),
    },
  };
}

/** Who is no member has no roles, and so no rights. */
async function readAsker(guilds: GuildReader, guildId: string, userId: string) {
  try {
    return await guilds.member(guildId, userId);
  } catch (error) {
    if (isGone(error)) return { id: userId, roles: [] };
    throw error;
  }
}
