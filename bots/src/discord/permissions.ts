import type { Missing, RoleBar } from "@beatpass/shared/contracts";
import {
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type APIRole,
  PermissionFlagsBits as Flags,
  OverwriteType,
} from "discord.js";

type Member = Pick<APIGuildMember, "roles"> & { id: string };
type Channel = Pick<APIGuildChannel, "permission_overwrites">;

/** A member's permissions in a guild, as Discord documents them (Topics, Permissions); the owner has all. */
export function guildPermissions(guild: Pick<APIGuild, "id" | "owner_id" | "roles">, member: Member): bigint {
  if (guild.owner_id === member.id) return ~0n;
  const theirs = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const sum = theirs.reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  return sum & Flags.Administrator ? ~0n : sum;
}

/** The same in a channel: what is set for everyone, then for their roles, then for them alone. */
export function channelPermissions(
  guild: Pick<APIGuild, "id" | "owner_id" | "roles">,
  member: Member,
  channel: Channel,
) {
  const base = guildPermissions(guild, member);
  if (base === ~0n) return base;
  const overwrites = channel.permission_overwrites ?? [];
  const ofRoles = overwrites.filter(({ id, type }) => type === OverwriteType.Role && member.roles.includes(id));
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    ofRoles,
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.id),
  ];
  return steps.reduce((permissions, step) => {
    const denied = step.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = step.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (permissions & ~denied) | allowed;
  }, base);
}

/** @param permissions of a member: Discord's bits */
export const mayManageGuild = (permissions: bigint): boolean => (permissions & Flags.ManageGuild) !== 0n;
export const mayManageRoles = (permissions: bigint): boolean => (permissions & Flags.ManageRoles) !== 0n;

const NEEDED = [
  [Flags.ViewChannel, "view-channel"],
  [Flags.SendMessages, "send-messages"],
  [Flags.AttachFiles, "attach-files"],
  [Flags.ReadMessageHistory, "read-history"],
] as const satisfies readonly (readonly [bigint, Missing])[];

/** What the bot lacks in a channel. */
export const missingFrom = (permissions: bigint): Missing[] =>
  NEEDED.filter(([flag]) => (permissions & flag) === 0n).map(([, name]) => name);

/** Whether enough is there for words; pictures and the search for messages in doubt need the rest. */
export const mayPost = (missing: readonly Missing[]): boolean =>
  !missing.includes("view-channel") && !missing.includes("send-messages");

/** What nobody is given for a level: rights over the server, its channels or its members. */
const POWERS =
  Flags.Administrator |
  Flags.ManageGuild |
  Flags.ManageRoles |
  Flags.ManageChannels |
  Flags.ManageWebhooks |
  Flags.ManageMessages |
  Flags.BanMembers |
  Flags.KickMembers |
  Flags.ModerateMembers |
  Flags.MentionEveryone;

type Roles = Pick<APIGuild, "id" | "owner_id" | "roles">;

/** Whether a role gives power that not everyone in the guild has: a new role may copy what everyone has. */
export function isPowerful(guild: Roles, { permissions }: Pick<APIRole, "permissions">): boolean {
  const everyone = BigInt(guild.roles.find(({ id }) => id === guild.id)?.permissions ?? 0);
  return (BigInt(permissions) & POWERS & ~everyone) !== 0n;
}

/** Why a role is not to be given by level. @param asker who chooses it; absent where it is nobody of the guild */
export function barOf(
  guild: Roles,
  role: APIRole,
  { me, asker }: { me: Member; asker?: Member | undefined },
): RoleBar | undefined {
  if (isPowerful(guild, role)) return "powerful";
  if (asker && !mayManageRoles(guildPermissions(guild, asker))) return "no-right";
  if (asker && asker.id !== guild.owner_id && role.position >= highestPosition(guild.roles, asker))
    return "above-asker";
  return role.position >= highestPosition(guild.roles, me) ? "above-bot" : undefined;
}

/** The highest of a member's roles; only those below it may be given by them. */
export const highestPosition = (roles: readonly APIRole[], member: Member): number =>
  Math.max(0, ...roles.filter(({ id }) => member.roles.includes(id)).map(({ position }) => position));
