import type { Errand, ResultOf } from "@beatpass/shared/contracts";
import {
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  DiscordAPIError,
  REST,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { ErrandRunner, Outcome } from "../errands/runner.ts";
import { readSendError } from "./discord-error.ts";
import {
  barOf,
  channelPermissions,
  guildPermissions,
  highestPosition,
  isPowerful,
  mayManageGuild,
  mayManageRoles,
  mayPost,
  missingFrom,
} from "./permissions.ts";

const TIMEOUT_MS = 5_000;
/** Rarely is a server without its channels of these kinds. */
const POSTABLE = new Set<number>([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** The kinds of {@link POSTABLE} have a place in the list. */
type Channel = APIGuildChannel & { position?: number };
type Seen = { guild: APIGuild; me: APIGuildMember & { id: string } };

/** Asks Discord itself, each time anew: rights are never remembered. */
export function createDiscordErrands(config: Pick<DiscordConfig, "token" | "apiUrl">): ErrandRunner {
  const rest = new REST({
    ...(config.apiUrl !== undefined && { api: config.apiUrl }),
    timeout: TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > TIMEOUT_MS,
  }).setToken(config.token);
  let ownId: string | undefined;

  async function see(guildId: string): Promise<Seen> {
    ownId ??= ((await rest.get(Routes.user())) as APIUser).id;
    const [guild, me] = await Promise.all([readGuild(guildId), readMember(guildId, ownId)]);
    return { guild, me: { ...me, id: ownId } };
  }
  const readGuild = async (guildId: string) => (await rest.get(Routes.guild(guildId))) as APIGuild;
  const readMember = async (guildId: string, userId: string) =>
    (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;

  async function mayManage(guildId: string, userId: string): Promise<ResultOf<"may-manage">> {
    try {
      const [guild, member] = await Promise.all([readGuild(guildId), readMember(guildId, userId)]);
      return { is: "may-manage", may: mayManageGuild(guildPermissions(guild, { ...member, id: userId })) };
    } catch (error) {
      if (isGone(error)) return { is: "may-manage", may: false };
      throw error;
    }
  }

  /** Who is no member has no roles, and so no rights. */
  async function readAsker(guildId: string, userId: string) {
    try {
      return { ...(await readMember(guildId, userId)), id: userId };
    } catch (error) {
      if (isGone(error)) return { id: userId, roles: [] };
      throw error;
    }
  }

  async function places(guildId: string, userId: string | undefined): Promise<ResultOf<"places">> {
    const [{ guild, me }, all, asker] = await Promise.all([
      see(guildId),
      rest.get(Routes.guildChannels(guildId)),
      userId === undefined ? undefined : readAsker(guildId, userId),
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

  async function holdRoles(guildId: string, errand: Extract<Errand, { is: "hold-roles" }>) {
    const { guild, me } = await see(guildId);
    const existing = new Set(guild.roles.map(({ id }) => id));
    const top = highestPosition(guild.roles, me);
    const answer = {
      is: "hold-roles" as const,
      gone: errand.managed.filter((id) => !existing.has(id)),
      above: guild.roles
        .filter(({ id, position }) => errand.managed.includes(id) && position >= top)
        .map(({ id }) => id),
      powerful: guild.roles
        .filter((role) => errand.hold.includes(role.id) && isPowerful(guild, role))
        .map(({ id }) => id),
    };
    if (!mayManageRoles(guildPermissions(guild, me))) return { ...answer, outcome: "not-allowed" as const };
    try {
      const member = await readMember(guildId, errand.userId);
      for (const id of errand.managed) {
        if (answer.gone.includes(id) || answer.above.includes(id)) continue;
        const wanted = errand.hold.includes(id);
        if (wanted === member.roles.includes(id) || (wanted && answer.powerful.includes(id))) continue;
        const route = Routes.guildMemberRole(guildId, errand.userId, id);
        await (wanted ? rest.put(route, { reason: errand.reason }) : rest.delete(route, { reason: errand.reason }));
      }
      return { ...answer, outcome: "held" as const };
    } catch (error) {
      if (isGone(error)) return { ...answer, outcome: "member-gone" as const };
      if (error instanceof DiscordAPIError && error.status === 403)
        return { ...answer, outcome: "not-allowed" as const };
      throw error;
    }
  }

  return {
    platform: "discord",
    mayManage: (guildId, userId) => settled(mayManage(guildId, userId)),
    places: (guildId, userId) => settled(places(guildId, userId)),
    holdRoles: (guildId, errand) => settled(holdRoles(guildId, errand)),
  };
}

const GONE = new Set<number | string>([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
]);
const isGone = (error: unknown): boolean => error instanceof DiscordAPIError && GONE.has(error.code);

async function settled<Result>(work: Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { is: "done", result: await work };
  } catch (error) {
    const { detail, ...reading } = readSendError(error);
    return { is: "later", detail, ...("retryAfterMs" in reading && { retryAfterMs: reading.retryAfterMs }) };
  }
}
