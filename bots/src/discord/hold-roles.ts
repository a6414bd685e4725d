import type { Errand, ResultOf } from "@beatpass/shared/contracts";
import { type APIGuild, DiscordAPIError, Routes } from "discord.js";
import { type GuildReader, isGone } from "./guild-reader.ts";
import { guildPermissions, highestPosition, isPowerful, mayManageRoles } from "./permissions.ts";

type HoldRoles = Extract<Errand, { is: "hold-roles" }>;
/** Ids of the roles that are not touched, by why. */
type Untouched = Pick<ResultOf<"hold-roles">, "gone" | "above" | "powerful">;

/**
 * Gives a member the roles that they are to hold, and takes back the other managed ones. A role that is gone or above
 * the bot's own is left alone; one that gives power is never given.
 */
export async function holdRoles(
  guilds: GuildReader,
  guildId: string,
  errand: HoldRoles,
): Promise<ResultOf<"hold-roles">> {
  const { guild, me } = await guilds.withMe(guildId);
  const untouched = untouchedRoles(guild, highestPosition(guild.roles, me), errand);
  const answer = { is: "hold-roles", ...untouched } as const;
  if (!mayManageRoles(guildPermissions(guild, me))) return { ...answer, outcome: "not-allowed" };
  try {
    await changeRoles(guilds, guildId, errand, untouched);
    return { ...answer, outcome: "held" };
  } catch (error) {
    if (isGone(error)) return { ...answer, outcome: "member-gone" };
    if (error instanceof DiscordAPIError && error.status === 403) return { ...answer, outcome: "not-allowed" };
    throw error;
  }
}

/** @param top the position of the bot's own highest role */
function untouchedRoles(guild: APIGuild, top: number, { managed, hold }: HoldRoles): Untouched {
  const { roles } = guild;
  const existing = new Set(roles.map(({ id }) => id));
  return {
    gone: managed.filter((id) => !existing.has(id)),
    above: roles.filter(({ id, position }) => managed.includes(id) && position >= top).map(({ id }) => id),
    powerful: roles.filter((role) => hold.includes(role.id) && isPowerful(guild, role)).map(({ id }) => id),
  };
}

async function changeRoles(
  { rest, member }: GuildReader,
  guildId: string,
  { userId, managed, hold, reason }: HoldRoles,
  { gone, above, powerful }: Untouched,
): Promise<void> {
  const { roles: held } = await member(guildId, userId);
  for (const id of managed) {
    if (gone.includes(id) || above.includes(id)) continue;
    const wanted = hold.includes(id);
    if (wanted === held.includes(id) || (wanted && powerful.includes(id))) continue;
    const route = Routes.guildMemberRole(guildId, userId, id);
    await (wanted ? rest.put(route, { reason }) : rest.delete(route, { reason }));
  }
}
