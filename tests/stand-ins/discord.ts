import type { z } from "zod";
import {
  Callback,
  ChangeMessage,
  Commands,
  type Components,
  CreateMessage,
  EditMessage,
  FollowUp,
  OpenDirectChannel,
  type RegisteredCommand,
} from "./discord/bodies.ts";
import { Exchange } from "./discord/exchange.ts";
import { Gateway } from "./discord/gateway.ts";
import { Guild } from "./discord/guild.ts";
import { filesProblems, readBody, type SentBody } from "./discord/multipart.ts";
import { channelObject, guildObject, memberObject, snowflake, userObject } from "./discord/objects.ts";
import { readPublishedSchema } from "./discord/published-schema.ts";
import type { RateLimits } from "./discord/rate-limits.ts";
import type { Faults } from "./faults.ts";
import { type Reply, type Request, startLoopbackServer } from "./loopback-server.ts";

export type DiscordMessage = {
  id: string;
  channel_id: string;
  author: ReturnType<typeof userObject>;
  content: string;
  components: Components;
  timestamp: string;
  allowed_mentions?: z.infer<typeof CreateMessage>["allowed_mentions"];
  /** Pictures by their words. */
  pictures?: string[];
  /** How often it was changed. */
  changed?: number;
};

type Member = { id: string; name: string };
type Asking = { locale?: string; user?: Member };
type Slash = Asking & { options?: Record<string, string> };

export const KAYA: Member = { id: "900000000000000010", name: "Kaya" };
/** Another member, whom commands may name. */
export const MILO: Member = { id: "900000000000000011", name: "Milo" };

/** How long a nonce is recognised: “the past few minutes”. */
const NONCE_MS = 180_000;

/** Discord's far end on loopback, as strict as Discord: REST, gateway, commands, interactions. */
export class DiscordStandIn {
  readonly token = "discord-token";
  readonly applicationId = "900000000000000001";
  readonly guild = { id: "900000000000000002", name: "Beat Lab", locale: "fr" };
  readonly channelIds = ["900000000000000003", "900000000000000004"] as const;
  readonly gateway: Gateway;
  /** Who is in the guild with which roles, and what the bot may do there. */
  readonly members = new Guild(this.guild.id, this.channelIds, "900000000000000005");
  faults!: Faults;
  commands: RegisteredCommand[] = [];
  /** People who take no direct messages of the bot. */
  readonly closed = new Set<string>();
  /** Channels where the bot may post words and no files. */
  readonly fileless = new Set<string>();
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
  /** Of the messages that answer members. */
  readonly #ids = new WeakMap<Exchange["seen"], string>();
  #direct = new Map<string, string>();
  #nonces = new Map<string, { message: DiscordMessage; at: number }>();
  #interactions = new Map<string, Exchange>();
  /** Whether members who ask manage the guild. */
  asAdmin = true;
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

  /** Enforced on posts in channels, where a test sets them. */
  limits: RateLimits | undefined;
  /** Channels that a test has besides. */
  readonly moreChannels = new Set<string>();

  /** The direct channel of a person, once it is opened. */
  directChannel = (userId: string): string => `8${userId.slice(1)}`;

  /** A moderator deletes a message. */
  deleteMessage(id: string): void {
    this.#messages = this.#messages.filter((message) => message.id !== id);
  }

  /** How many messages there are in all channels. */
  get messageCount(): number {
    return this.#messages.length;
  }

  /** What stands in a channel, oldest first. */
  messages(channelId: string = this.channelIds[0]): DiscordMessage[] {
    return this.#messages.filter((message) => message.channel_id === channelId);
  }

  /** A member runs a subcommand; resolves once something was answered. Strict: only what is registered can be asked. */
  slash(name: string, { options = {}, ...asking }: Slash = {}): Promise<Exchange> {
    const data = this.#commandData(name, options);
    return this.#interact(2, data, asking).until(({ states }) => states.length > 0);
  }

  /** What is offered while a member types an option. */
  async typeOption(name: string, option: string, value: string, asking: Asking = {}): Promise<Exchange["choices"]> {
    const data = this.#commandData(name, { [option]: value });
    data.options[0]!.options[0] = { ...data.options[0]!.options[0]!, focused: true };
    const exchange = this.#interact(4, data, asking);
    return (await exchange.until(({ choices }) => choices !== undefined)).choices;
  }

  /** A member presses a button under an answer; resolves once it did something. */
  press(on: Exchange, label: string, message = on.seen): Promise<Exchange> {
    const buttons = message.components.flatMap(({ components }) => [...components]);
    const button = buttons.find((one) => one.type === 2 && one.label === label);
    if (!button || !("custom_id" in button)) return Promise.reject(new Error(`There is no button “${label}” to press`));
    return this.#useComponent(on, message, { component_type: 2, custom_id: button.custom_id });
  }

  /** A member picks options of the select under an answer. */
  choose(on: Exchange, values: readonly string[], message = on.seen): Promise<Exchange> {
    const select = message.components.flatMap(({ components }) => [...components]).find(({ type }) => type === 3);
    if (select?.type !== 3) return Promise.reject(new Error("There is nothing to choose from"));
    const offered = select.options.map(({ value }) => value);
    if (!values.every((value) => offered.includes(value))) return Promise.reject(new Error(`Offered are ${offered}`));
    return this.#useComponent(on, message, { component_type: 3, custom_id: select.custom_id, values });
  }

  /** A member fills in the form that was opened. */
  fillIn(on: Exchange, text: string): Promise<Exchange> {
    const { modal } = on;
    const [label] = (modal?.components ?? []) as { component: { custom_id: string } }[];
    if (!modal || !label) return Promise.reject(new Error("No form is open"));
    const component = { type: 4, id: 2, custom_id: label.component.custom_id, value: text };
    const data = { custom_id: modal.custom_id, components: [{ type: 18, id: 1, component }] };
    return this.#interact(5, data, on).until(({ states }) => states.length > 0);
  }

  #useComponent(
    on: Exchange,
    message: Exchange["seen"],
    data: { component_type: number; custom_id: string; values?: readonly string[] },
  ) {
    const shown = {
      ...asSent(this.#messageOf(message), undefined),
      flags: message.ephemeral ? 64 : 0,
      webhook_id: this.applicationId,
      application_id: this.applicationId,
    };
    const exchange = this.#interact(3, data, on, { message: shown });
    // An update shows in the message that was pressed.
    return exchange.until(
      ({ states, modal, followUps }) => states.length > 0 || modal !== undefined || followUps.length > 0,
    );
  }

  #commandData(name: string, options: Record<string, string>) {
    const command = this.commands.find((one) => one.name === "beatpass");
    const subcommand = command?.options?.find((one) => one.name === name);
    if (!command || !subcommand) throw new Error(`/beatpass ${name} is not registered`);
    const given = Object.entries(options).map(([option, value]) => {
      const known = subcommand.options?.find((one) => one.name === option);
      if (!known) throw new Error(`/beatpass ${name} takes no ${option}`);
      if (known.type === 3 && known.choices && !known.choices.some((choice) => choice.value === value))
        throw new Error(`${option} offers no ${value}`);
      return { name: option, type: known.type, value, focused: false };
    });
    const users = given
      .filter(({ type }) => type === 6)
      .map(({ value }) => [value, userObject(value, MILO.name)] as const);
    return {
      id: command.id,
      name: command.name,
      type: 1,
      options: [{ name, type: 1, options: given }],
      ...(users.length > 0 && { resolved: { users: Object.fromEntries(users) } }),
    };
  }

  #interact(type: number, data: object, { locale = "en-US", user = KAYA }: Asking, extra: object = {}): Exchange {
    const exchange = new Exchange(snowflake(), user, locale);
    this.#interactions.set(exchange.id, exchange);
    this.gateway.dispatch("INTERACTION_CREATE", {
      id: exchange.id,
      application_id: this.applicationId,
      type,
      token: `token-${exchange.id}`,
      version: 1,
      guild_id: this.guild.id,
      guild: { id: this.guild.id, locale: this.guild.locale, features: [] },
      channel_id: this.channelIds[0],
      channel: channelObject(this.channelIds[0], this.guild.id),
      member: memberObject(userObject(user.id, user.name), this.asAdmin, this.members.joinedAt.get(user.id)),
      app_permissions: "2147483647",
      locale,
      guild_locale: this.guild.locale,
      entitlements: [],
      authorizing_integration_owners: { 0: this.guild.id },
      context: 0,
      attachment_size_limit: 10_485_760,
      data,
      ...extra,
    });
    return exchange;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #isChannel(id: string): boolean {
    return this.channelIds.some((one) => one === id) || this.moreChannels.has(id) || this.#direct.has(id);
  }

  async #answer(request: Request): Promise<Reply> {
    const path = request.path.replace(/^\/api\/v10/, "");
    const body = await readBody(request);
    const { json } = body;
    const interaction = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
    if (interaction) return this.#callback(interaction[1]!, interaction[2]!, json);
    const webhook = /^\/webhooks\/(\d+)\/token-(\d+)\/messages\/@original$/.exec(path);
    if (webhook && request.method === "PATCH") return this.#editOriginal(webhook[1]!, webhook[2]!, body);
    const followUp = /^\/webhooks\/(\d+)\/token-(\d+)$/.exec(path);
    if (followUp && request.method === "POST") return this.#followUp(followUp[1]!, followUp[2]!, body);
    if (this.tokenWithdrawn || request.headers.authorization !== `Bot ${this.token}`) {
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    }
    if (path === "/gateway/bot") return { status: 200, body: this.#gatewayBot() };
    if (path === "/applications/@me")
      return { status: 200, body: { id: this.applicationId, name: "BeatPass", flags: 0 } };
    if (path === "/users/@me") return { status: 200, body: this.#bot };
    if (path === "/users/900000000000000011") return { status: 200, body: userObject("900000000000000011", "Milo") };
    const guild = this.members.answer(request.method, path, request.headers);
    if (guild) return guild;
    const commands = /^\/applications\/(\d+)\/commands$/.exec(path);
    if (commands && request.method === "GET")
      return { status: 200, body: commands[1] === this.applicationId ? this.commands : [] };
    if (commands && request.method === "PUT") return this.#register(commands[1]!, json);
    const messages = /^\/channels\/(\d+)\/messages$/.exec(path);
    if (messages && request.method === "POST") return this.#postWithin(messages[1]!, body);
    const message = /^\/channels\/(\d+)\/messages\/(\d+)$/.exec(path);
    if (message && request.method === "PATCH") return this.#change(message[1]!, message[2]!, body);
    if (path === "/users/@me/channels" && request.method === "POST") return this.#openDirect(json);
    if (messages && request.method === "GET") return this.#read(messages[1]!, request.query);
    return { status: 404, body: { message: "404: Not Found", code: 0 } };
  }

  #openDirect(json: unknown): Reply {
    const wrong = this.#refuse(OpenDirectChannel, json, "POST", "/users/@me/channels");
    if (wrong) return wrong;
    const { recipient_id } = OpenDirectChannel.parse(json);
    const id = this.directChannel(recipient_id);
    this.#direct.set(id, recipient_id);
    return {
      status: 200,
      body: { id, type: 1, last_message_id: null, recipients: [userObject(recipient_id, "Kaya")] },
    };
  }

  /** Why the bot may not write in a channel. */
  #forbids(channelId: string, { files }: SentBody): Reply | undefined {
    if (!this.#isChannel(channelId)) return unknownChannel;
    if (this.closed.has(this.#direct.get(channelId) ?? "")) return cannotSend;
    const isMuted = this.muted.has(channelId) || (files.length > 0 && this.fileless.has(channelId));
    return isMuted ? { status: 403, body: { message: "Missing Permissions", code: 50013 } } : undefined;
  }

  #change(channelId: string, messageId: string, sent: SentBody): Reply {
    const forbidden = this.#forbids(channelId, sent);
    if (forbidden) return forbidden;
    const message = this.#messages.find(({ id, channel_id }) => id === messageId && channel_id === channelId);
    if (!message) return { status: 404, body: { message: "Unknown Message", code: 10008 } };
    const wrong = this.#refuse(ChangeMessage, sent.json, "PATCH", "/channels/{channel_id}/messages/{message_id}", sent);
    if (wrong) return wrong;
    const { content, components, allowed_mentions, attachments } = ChangeMessage.parse(sent.json);
    // What an edit does not say mentions everybody whom the words name.
    if (!allowed_mentions) this.refused.push("PATCH: an edit without allowed_mentions");
    if (content !== undefined) message.content = content.trim();
    if (components !== undefined) message.components = components;
    if (attachments !== undefined) message.pictures = attachments.map(({ description = "" }) => description);
    message.changed = (message.changed ?? 0) + 1;
    return { status: 200, body: asSent(message, undefined) };
  }

  #postWithin(channelId: string, sent: SentBody): Reply {
    const turn = this.limits?.take(channelId);
    if (turn && "refusal" in turn) return turn.refusal;
    const reply = this.#post(channelId, sent);
    return { ...reply, headers: { ...reply.headers, ...turn?.headers } };
  }

  #post(channelId: string, sent: SentBody): Reply {
    const { json } = sent;
    const forbidden = this.#forbids(channelId, sent);
    if (forbidden) return forbidden;
    const wrong = this.#refuse(CreateMessage, json, "POST", "/channels/{channel_id}/messages", sent);
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
      ...(body.allowed_mentions && { allowed_mentions: body.allowed_mentions }),
      pictures: body.attachments?.map(({ description = "" }) => description) ?? [],
    };
    this.#messages.push(message);
    if (body.nonce !== undefined) this.#nonces.set(`${channelId} ${body.nonce}`, { message, at: Date.now() });
    return { status: 200, body: asSent(message, body.nonce) };
  }

  /** Newest first, as Discord gives them, without nonces; nothing at all without the permission to read the past. */
  #read(channelId: string, query: URLSearchParams): Reply {
    if (!this.#isChannel(channelId)) return unknownChannel;
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
    const exchange = this.#interactions.get(id);
    const late = exchange && Date.now() - exchange.at > 3000;
    if (!exchange || token !== `token-${id}` || late) return unknownInteraction;
    if (exchange.acknowledged) return { status: 400, body: { message: "Already acknowledged", code: 40060 } };
    const path = "/interactions/{interaction_id}/{interaction_token}/callback";
    const wrong = this.#refuse(Callback, json, "POST", path);
    if (wrong) return wrong;
    const { type, ...body } = Callback.parse(json);
    const data = "data" in body ? body.data : undefined;
    exchange.acknowledged = { ephemeral: data !== undefined && "flags" in data && ((data.flags ?? 0) & 64) !== 0 };
    if (type === 9) exchange.modal = data as Exchange["modal"];
    if (type === 8) exchange.choices = (data as { choices: Exchange["choices"] }).choices;
    if (type === 4 || type === 7)
      exchange.states.push(asSeen(data ?? {}, type === 7 || exchange.acknowledged.ephemeral));
    if (type === 6) exchange.acknowledged.ephemeral = true;
    exchange.changed();
    return { status: 204 };
  }

  #editOriginal(applicationId: string, id: string, sent: SentBody): Reply {
    const exchange = this.#interactions.get(id);
    if (applicationId !== this.applicationId || !exchange?.acknowledged) return unknownWebhook;
    const path = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    const wrong = this.#refuse(EditMessage, sent.json, "PATCH", path, sent);
    if (wrong) return wrong;
    exchange.states.push(asSeen(EditMessage.parse(sent.json), exchange.acknowledged.ephemeral));
    exchange.changed();
    return { status: 200, body: asSent(this.#messageOf(exchange.seen), undefined) };
  }

  #followUp(applicationId: string, id: string, sent: SentBody): Reply {
    const exchange = this.#interactions.get(id);
    if (applicationId !== this.applicationId || !exchange?.acknowledged) return unknownWebhook;
    const wrong = this.#refuse(FollowUp, sent.json, "POST", "/webhooks/{webhook_id}/{webhook_token}", sent);
    if (wrong) return wrong;
    const body = FollowUp.parse(sent.json);
    const seen = asSeen(body, ((body.flags ?? 0) & 64) !== 0);
    exchange.followUps.push(seen);
    const message = this.#messageOf(seen);
    // What is not for one member alone stands in the channel.
    if (!seen.ephemeral) this.#messages.push(message);
    exchange.changed();
    return { status: 200, body: asSent(message, undefined) };
  }

  #messageOf(seen: Exchange["seen"]): DiscordMessage {
    const { content, components, pictures } = seen;
    const [channel_id] = this.channelIds;
    const timestamp = new Date().toISOString();
    const id = this.#ids.get(seen) ?? snowflake();
    this.#ids.set(seen, id);
    return { id, channel_id, author: this.#bot, content, components, pictures, timestamp };
  }

  #refuse(schema: z.ZodType, json: unknown, method: string, path: string, sent?: SentBody): Reply | undefined {
    const own = schema.safeParse(json).error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? [];
    const problems = [...own, ...(this.#checkBody?.(method, path, json) ?? [])];
    if (sent) problems.push(...filesProblems(json, sent.files));
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
const cannotSend: Reply = { status: 403, body: { message: "Cannot send messages to this user", code: 50007 } };
const unknownWebhook: Reply = { status: 404, body: { message: "Unknown Webhook", code: 10015 } };
const unknownInteraction: Reply = { status: 404, body: { message: "Unknown interaction", code: 10062 } };

const asSeen = (body: object, ephemeral: boolean): Exchange["seen"] => {
  const {
    content = "",
    components = [],
    attachments = [],
  } = body as { content?: string; components?: Components; attachments?: { description?: string }[] };
  return { ephemeral, content, components, pictures: attachments.map(({ description = "" }) => description) };
};

const asSent = ({ pictures: _, changed: __, allowed_mentions: ___, ...message }: DiscordMessage, nonce: unknown) => ({
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
