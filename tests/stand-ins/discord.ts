import type { z } from "zod";
import { Commands, CreateMessage, DeferredCallback, EditMessage, type RegisteredCommand } from "./discord/bodies.ts";
import { Gateway } from "./discord/gateway.ts";
import { channelObject, guildObject, memberObject, snowflake, userObject } from "./discord/objects.ts";
import { readPublishedSchema } from "./discord/published-schema.ts";
import type { Faults } from "./faults.ts";
import { type Reply, type Request, startLoopbackServer } from "./loopback-server.ts";

export type DiscordMessage = {
  id: string;
  channel_id: string;
  author: ReturnType<typeof userObject>;
  content: string;
  components: z.infer<typeof CreateMessage>["components"];
  timestamp: string;
};

/** What a member sees of a command's answer. */
export type SlashAnswer = { ephemeral: boolean; content: string; components: unknown };

type Slash = { producer?: string; locale?: string; user?: { id: string; name: string } };
type Interaction = { at: number; callback?: { ephemeral: boolean }; settle: (answer: SlashAnswer) => void };

/** How long a nonce is recognised: “the past few minutes”. */
const NONCE_MS = 180_000;

/** Discord's far end on loopback, as strict as Discord: REST, gateway, commands, interactions. */
export class DiscordStandIn {
  readonly token = "discord-token";
  readonly applicationId = "900000000000000001";
  readonly guild = { id: "900000000000000002", name: "Beat Lab", locale: "fr" };
  readonly channelIds = ["900000000000000003", "900000000000000004"] as const;
  readonly gateway: Gateway;
  faults!: Faults;
  commands: RegisteredCommand[] = [];
  /** Channels where the bot may not post, or whose past it may not read. */
  readonly muted = new Set<string>();
  readonly pastHidden = new Set<string>();
  /** What a real Discord would have refused; a test ends by finding none. */
  readonly refused: string[] = [];
  tokenWithdrawn = false;
  /** As if the minutes had passed for which nonces are recognised. */
  forgetsNonces = false;
  #bot = userObject("900000000000000005", "BeatPass", true);
  #messages: DiscordMessage[] = [];
  #nonces = new Map<string, { message: DiscordMessage; at: number }>();
  #interactions = new Map<string, Interaction>();
  #checkBody = readPublishedSchema();
  #server!: Awaited<ReturnType<typeof startLoopbackServer>>;

  private constructor() {
    this.gateway = new Gateway({
      token: () => (this.tokenWithdrawn ? "" : this.token),
      firstEvents: (session) => [
        {
          t: "READY",
          d: {
            v: 10,
            user: this.#bot,
            guilds: [{ id: this.guild.id, unavailable: true }],
            session_id: session,
            resume_gateway_url: `ws://127.0.0.1:${this.#server.port}`,
            shard: [0, 1],
            application: { id: this.applicationId, flags: 0 },
          },
        },
        { t: "GUILD_CREATE", d: guildObject(this.guild, [...this.channelIds], this.#bot.id) },
      ],
    });
  }

  static async start(): Promise<DiscordStandIn> {
    const discord = new DiscordStandIn();
    discord.#server = await startLoopbackServer({
      answer: (request) => discord.#answer(request),
      onSocket: (socket, request) => discord.gateway.accept(socket, request),
    });
    discord.faults = discord.#server.faults;
    return discord;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#server.port}/api`;
  }

  /** What stands in a channel, oldest first. */
  messages(channelId: string = this.channelIds[0]): DiscordMessage[] {
    return this.#messages.filter((message) => message.channel_id === channelId);
  }

  /** A member types `/beatpass stats`; resolves with what they get to see in the end. */
  slashStats({
    producer,
    locale = "en-US",
    user = { id: "900000000000000010", name: "Kaya" },
  }: Slash = {}): Promise<SlashAnswer> {
    const command = this.commands.find(({ name }) => name === "beatpass");
    const stats = command?.options?.find(({ name }) => name === "stats");
    if (!command || !stats?.options?.some(({ name }) => name === "producer")) {
      return Promise.reject(new Error("/beatpass stats [producer] is not registered"));
    }
    const id = snowflake();
    const options = producer === undefined ? [] : [{ name: "producer", type: 3, value: producer }];
    const answer = new Promise<SlashAnswer>((settle) => this.#interactions.set(id, { at: Date.now(), settle }));
    this.gateway.dispatch("INTERACTION_CREATE", {
      id,
      application_id: this.applicationId,
      type: 2,
      token: `token-${id}`,
      version: 1,
      guild_id: this.guild.id,
      channel_id: this.channelIds[0],
      channel: channelObject(this.channelIds[0], this.guild.id),
      member: memberObject(userObject(user.id, user.name)),
      app_permissions: "2147483647",
      locale,
      guild_locale: this.guild.locale,
      entitlements: [],
      authorizing_integration_owners: { 0: this.guild.id },
      context: 0,
      attachment_size_limit: 10_485_760,
      data: { id: command.id, name: command.name, type: 1, options: [{ name: "stats", type: 1, options }] },
    });
    return answer;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #answer(request: Request): Reply {
    const path = request.path.replace(/^\/api\/v10/, "");
    const json: unknown = request.body.length > 0 ? JSON.parse(request.body.toString()) : undefined;
    const interaction = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
    if (interaction) return this.#callback(interaction[1]!, interaction[2]!, json);
    const webhook = /^\/webhooks\/(\d+)\/token-(\d+)\/messages\/@original$/.exec(path);
    if (webhook && request.method === "PATCH") return this.#editOriginal(webhook[1]!, webhook[2]!, json);
    if (this.tokenWithdrawn || request.headers.authorization !== `Bot ${this.token}`) {
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    }
    if (path === "/gateway/bot") return { status: 200, body: this.#gatewayBot() };
    if (path === "/users/@me") return { status: 200, body: this.#bot };
    if (path === "/users/900000000000000011") return { status: 200, body: userObject("900000000000000011", "Milo") };
    const commands = /^\/applications\/(\d+)\/commands$/.exec(path);
    if (commands && request.method === "PUT") return this.#register(commands[1]!, json);
    const messages = /^\/channels\/(\d+)\/messages$/.exec(path);
    if (messages && request.method === "POST") return this.#post(messages[1]!, json);
    if (messages && request.method === "GET") return this.#read(messages[1]!, request.query);
    return { status: 404, body: { message: "404: Not Found", code: 0 } };
  }

  #post(channelId: string, json: unknown): Reply {
    if (!this.channelIds.some((id) => id === channelId)) return unknownChannel;
    if (this.muted.has(channelId)) return { status: 403, body: { message: "Missing Permissions", code: 50013 } };
    const wrong = this.#refuse(CreateMessage, json, "POST", "/channels/{channel_id}/messages");
    if (wrong) return wrong;
    const body = CreateMessage.parse(json);
    if (!body.content?.trim()) return { status: 400, body: { message: "Cannot send an empty message", code: 50006 } };
    const known = body.enforce_nonce === true ? this.#nonces.get(`${channelId} ${body.nonce}`) : undefined;
    if (known && !this.forgetsNonces && Date.now() - known.at < NONCE_MS)
      return { status: 200, body: asSent(known.message, body.nonce) };
    const message: DiscordMessage = {
      id: snowflake(),
      channel_id: channelId,
      author: this.#bot,
      content: body.content.trim(),
      components: body.components ?? [],
      timestamp: new Date().toISOString(),
    };
    this.#messages.push(message);
    if (body.nonce !== undefined) this.#nonces.set(`${channelId} ${body.nonce}`, { message, at: Date.now() });
    return { status: 200, body: asSent(message, body.nonce) };
  }

  /** Newest first, as Discord gives them, without nonces; nothing at all without the permission to read the past. */
  #read(channelId: string, query: URLSearchParams): Reply {
    if (!this.channelIds.some((id) => id === channelId)) return unknownChannel;
    if (this.pastHidden.has(channelId)) return { status: 200, body: [] };
    const after = BigInt(query.get("after") ?? 0);
    const found = this.messages(channelId).filter(({ id }) => BigInt(id) > after);
    const page = found.slice(0, Number(query.get("limit") ?? 50));
    return { status: 200, body: page.reverse().map((message) => asSent(message, undefined)) };
  }

  #register(applicationId: string, json: unknown): Reply {
    if (applicationId !== this.applicationId) return { status: 403, body: { message: "Missing Access", code: 50001 } };
    const wrong = this.#refuse(Commands, json, "PUT", "/applications/{application_id}/commands");
    if (wrong) return wrong;
    this.commands = Commands.parse(json).map((command) => ({ ...command, id: snowflake() }));
    const extra = { application_id: applicationId, version: "1", default_member_permissions: null };
    return { status: 200, body: this.commands.map((command) => ({ ...command, ...extra })) };
  }

  #callback(id: string, token: string, json: unknown): Reply {
    const interaction = this.#interactions.get(id);
    const late = interaction && Date.now() - interaction.at > 3000;
    if (!interaction || token !== `token-${id}` || late) return unknownInteraction;
    if (interaction.callback) return { status: 400, body: { message: "Already acknowledged", code: 40060 } };
    const wrong = this.#refuse(
      DeferredCallback,
      json,
      "POST",
      "/interactions/{interaction_id}/{interaction_token}/callback",
    );
    if (wrong) return wrong;
    interaction.callback = { ephemeral: DeferredCallback.parse(json).data?.flags === 64 };
    return { status: 204 };
  }

  #editOriginal(applicationId: string, id: string, json: unknown): Reply {
    const interaction = this.#interactions.get(id);
    if (applicationId !== this.applicationId || !interaction?.callback) {
      return { status: 404, body: { message: "Unknown Webhook", code: 10015 } };
    }
    const path = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    const wrong = this.#refuse(EditMessage, json, "PATCH", path);
    if (wrong) return wrong;
    const { content = "", components } = EditMessage.parse(json);
    const { ephemeral } = interaction.callback;
    interaction.settle({ ephemeral, content, components });
    const message = {
      id: snowflake(),
      channel_id: this.channelIds[0],
      author: this.#bot,
      content,
      components: components ?? [],
    };
    return { status: 200, body: asSent({ ...message, timestamp: new Date().toISOString() }, undefined) };
  }

  #refuse(schema: z.ZodType, json: unknown, method: string, path: string): Reply | undefined {
    const own = schema.safeParse(json).error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? [];
    const problems = [...own, ...(this.#checkBody?.(method, path, json) ?? [])];
    if (problems.length === 0) return undefined;
    this.refused.push(...problems.map((problem) => `${method} ${path}: ${problem}`));
    return { status: 400, body: { message: "Invalid Form Body", code: 50035, errors: { _errors: problems } } };
  }

  #gatewayBot() {
    return {
      url: `ws://127.0.0.1:${this.#server.port}`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 },
    };
  }
}

const unknownChannel: Reply = { status: 404, body: { message: "Unknown Channel", code: 10003 } };
const unknownInteraction: Reply = { status: 404, body: { message: "Unknown interaction", code: 10062 } };

const asSent = (message: DiscordMessage, nonce: unknown) => ({
  ...message,
  type: 0,
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  flags: 0,
  ...(nonce !== undefined && { nonce }),
});
