import {
  type APIGuild,
  type APIGuildMember,
  type APIUser,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";

type Member = APIGuildMember & { id: string };

/** Reads guilds and their members from Discord, each time anew. Each throws what Discord or the network throws. */
export type GuildReader = {
  rest: REST;
  guild: (guildId: string) => Promise<APIGuild>;
  member: (guildId: string, userId: string) => Promise<Member>;
  /** A guild, and the bot as its member. */
  withMe: (guildId: string) => Promise<{ guild: APIGuild; me: Member }>;
};

/** @param rest with the bot's token */
export function createGuildReader(rest: REST): GuildReader {
  let ownId: string | undefined;
  const guild = async (guildId: string) => (await rest.get(Routes.guild(guildId))) as APIGuild;
  const member = async (guildId: string, userId: string) => {
    const found = (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
    return { ...found, id: userId };
  };
  return {
    rest,
    guild,
    member,
    async withMe(guildId) {
      ownId ??= ((await rest.get(Routes.user())) as APIUser).id;
      const [seen, me] = await Promise.all([guild(guildId), member(guildId, ownId)]);
      return { guild: seen, me };
    },
  };
}

const GONE = new Set<number | string>([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
]);

/** Whether Discord says that there is no such member, user or guild. */
export const isGone = (error: unknown): boolean => error instanceof DiscordAPIError && GONE.has(error.code);
