import type { Missing } from "@beatpass/shared/contracts";
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

export const mayPost = (missing: readonly Missing[]): boolean =>
  !missing.includes("view-channel") && !missing.includes("send-messages");

/** The highest of a member's roles; only those below it may be given by them. */
export const highestPosition = (roles: readonly APIRole[], member: Member): number =>
  Math.max(0, ...roles.filter(({ id }) => member.roles.includes(id)).map(({ position }) => position));
