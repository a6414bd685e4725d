import { createHmac, randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { z } from "zod";
import type { Faults } from "./faults.ts";
import { type Reply, type Request, startLoopbackServer } from "./loopback-server.ts";
import {
  CompleteUpload,
  ListChannels,
  ListUsers,
  type Metadata,
  OpenConversation,
  PostMessage,
  ReadHistory,
  ReadUser,
  Response,
  type SeenResponse,
  UpdateMessage,
  UploadUrl,
} from "./slack/bodies.ts";
import { SlackFiles } from "./slack/files.ts";
import {
  Offered,
  type OpenForm,
  OpenView,
  PublishView,
  type SeenView,
  SubmitAnswer,
  UpdateView,
} from "./slack/views.ts";

export type SlackMessage = {
  channel: string;
  ts: string;
  text: string;
  blocks: z.infer<typeof PostMessage>["blocks"];
  metadata: z.infer<typeof Metadata> | undefined;
  /** How often it was changed. */
  changed?: number;
};

type Answers = Record<string, unknown>;
type Command = { text?: string; secret?: string; ageSeconds?: number; userId?: string };

const RESPONSES_AT_MOST = 5;

/** Slack's far end on loopback, as strict as Slack: Web API, history, slash commands over HTTP and socket mode. */
export class SlackStandIn {
  readonly botToken = "xoxb-stand-in";
  readonly appToken = "xapp-stand-in";
  readonly signingSecret = "stand-in-secret";
  readonly team = { id: "T0TEAM", name: "Beat Lab" };
  readonly ownerId = "U0OWNER";
  readonly channelIds = ["C0FIRST", "C0SECOND"] as const;
  readonly locales: Record<string, string> = { U0KAYA: "en-US", U0LEA: "fr-FR" };
  faults!: Faults;
  readonly files = new SlackFiles();
  /** What Slack answers to whatever is written in a channel, or to whoever is written to. */
  readonly answers = new Map<string, string>();
  /** Channels that a test has besides. */
  readonly moreChannels = new Set<string>();
  /** How many public channels there are besides, the bot in none of them. */
  strangeChannels = 0;
  #direct = new Map<string, string>();
  /** Channels where the bot is no member, or whose past its scopes do not let it read. */
  readonly muted = new Set<string>();
  readonly pastHidden = new Set<string>();
  readonly refused: string[] = [];
  /** What Slack answers to the bot's token once it is no longer good. */
  tokenWithdrawn: "invalid_auth" | "token_revoked" | "account_inactive" | undefined;
  #messages: SlackMessage[] = [];
  #count = 0;
  #responses = new Map<string, { left: number; settle: (response: SeenResponse) => void }>();
  readonly #timestamps = new WeakMap<SeenResponse, string>();
  /** Everything that response URLs were sent, oldest first. */
  readonly responses: Response[] = [];
  readonly names: Record<string, string> = { U0KAYA: "Kaya", U0LEA: "Léa" };
  /** Forms that are open, oldest first; and each member's home of the app. */
  readonly forms: OpenForm[] = [];
  readonly homes: Record<string, SeenView> = {};
  readonly #triggers = new Map<string, { userId: string; at: number }>();
  /** What the installed app was granted. */
  scopes: string[] = ["commands", "chat:write", "files:write", "im:write", "users:read"].concat(
    ["channels", "groups"].flatMap((kind) => [`${kind}:read`, `${kind}:history`]),
  );
  /** How often a home was published. */
  published = 0;
  /** Users who manage the workspace. */
  readonly admins = new Set<string>();
  #acks = new Map<string, () => void>();
  #server!: Awaited<ReturnType<typeof startLoopbackServer>>;

  static async start(): Promise<SlackStandIn> {
    const slack = new SlackStandIn();
    slack.#server = await startLoopbackServer({
      answer: (request) => slack.#answer(request),
      onSocket: (socket) => slack.#greet(socket),
    });
    slack.faults = slack.#server.faults;
    return slack;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#server.port}/api`;
  }

  get socketsOpen(): number {
    return this.#server.sockets.size;
  }

  /** The direct channel of a person, once it is opened. */
  directChannel = (userId: string): string => `D${userId.slice(1)}`;

  /** A message is deleted. */
  deleteMessage(ts: string): void {
    this.#messages = this.#messages.filter((message) => message.ts !== ts);
  }

  messages(channel: string = this.channelIds[0]): SlackMessage[] {
    return this.#messages.filter((message) => message.channel === channel);
  }

  /** A member types a command; the bot is told over HTTP. Gives its HTTP answer and, where it comes, its response. */
  async commandOverHttp(
    url: string,
    command: Command = {},
  ): Promise<{ status: number; body: string; response: Promise<SeenResponse> }> {
    const { form, response } = this.#command(command);
    return { ...(await this.#signed(url, new URLSearchParams(form).toString(), command)), response };
  }

  /** A member presses a button under what a response brought; gives what that press brings. */
  async pressOverHttp(
    url: string,
    on: SeenResponse,
    label: string,
    userId = "U0KAYA",
  ): Promise<{ status: number; response: Promise<SeenResponse> }> {
    const button = buttonCalled(on.blocks ?? [], label);
    const { form, response } = this.#command({ userId });
    const answer = await this.#interact(url, {
      ...this.#actor(userId, form.trigger_id!),
      type: "block_actions",
      container: {
        type: "message",
        message_ts: this.#tsOf(on),
        is_ephemeral: on.response_type === "ephemeral",
        channel_id: form.channel_id,
      },
      channel: { id: form.channel_id, name: "general" },
      response_url: form.response_url,
      actions: [{ ...button, block_id: "b", action_ts: "1.1" }],
    });
    return { ...answer, response };
  }

  /** A member types in the menu of an answer; gives what is offered to them. */
  async offered(url: string, on: SeenResponse, value: string, userId = "U0KAYA"): Promise<Offered["options"]> {
    const { action_id } = menuOf(on);
    const { team, user, api_app_id, token } = this.#actor(userId, "");
    const payload = { type: "block_suggestion", team, user, api_app_id, token, action_id, block_id: "b", value };
    const container = { type: "message", is_ephemeral: true, channel_id: this.channelIds[0] };
    const { status, body } = await this.#interact(url, { ...payload, container });
    const answer = Offered.safeParse(status === 200 ? JSON.parse(body) : undefined);
    if (answer.success) return answer.data.options;
    this.refused.push(`block_suggestion (${status}): ${answer.error.issues[0]?.message}`);
    return [];
  }

  /** A member picks from the menu of an answer what it offered; gives what that brings. */
  async pick(url: string, on: SeenResponse, option: Offered["options"][number], userId = "U0KAYA") {
    const { form, response } = this.#command({ userId });
    await this.#interact(url, {
      ...this.#actor(userId, form.trigger_id!),
      type: "block_actions",
      container: { type: "message", is_ephemeral: true, channel_id: form.channel_id },
      channel: { id: form.channel_id, name: "general" },
      response_url: form.response_url,
      actions: [{ ...menuOf(on), selected_option: option, block_id: "b", action_ts: "1.1" }],
    });
    return response;
  }

  /** A member presses a button within a form. */
  async pressInForm(url: string, { id, userId, view }: OpenForm, label: string): Promise<{ status: number }> {
    const button = buttonCalled(view.blocks, label);
    return this.#interact(url, {
      ...this.#actor(userId, this.#trigger(userId)),
      type: "block_actions",
      container: { type: "view", view_id: id },
      view: { ...view, id, state: { values: {} } },
      actions: [{ ...button, block_id: "b", action_ts: "1.1" }],
    });
  }

  /** A member submits a form: what they typed and ticked, by block; what is answered at once is shown at once. */
  async submitForm(url: string, form: OpenForm, filled: Record<string, string | string[]>): Promise<void> {
    const values = Object.entries(filled).map(([block, given]) => [block, { [block]: stateOf(given) }] as const);
    const { id, userId, view } = form;
    const { status, body } = await this.#interact(url, {
      ...this.#actor(userId, this.#trigger(userId)),
      type: "view_submission",
      view: { ...view, id, state: { values: Object.fromEntries(values) } },
      response_urls: [],
    });
    if (status !== 200) throw new Error(`The form was answered with ${status}`);
    const answer = SubmitAnswer.safeParse(body === "" ? "" : JSON.parse(body));
    if (!answer.success) this.refused.push(`view_submission: ${answer.error.issues[0]?.message}`);
    else if (answer.data !== "") form.view = answer.data.view;
  }

  /** Tells the app of an event; the same id again is a delivery again. */
  async event(url: string, event: Record<string, unknown>, eventId: string = randomUUID()): Promise<number> {
    const body = JSON.stringify({
      token: "legacy",
      team_id: this.team.id,
      api_app_id: "A0APP",
      type: "event_callback",
      event_id: eventId,
      event_time: Math.floor(Date.now() / 1000),
      event,
      authorizations: [{ team_id: this.team.id, user_id: "U0BOT", is_bot: true }],
    });
    return (await this.#signed(url, body, { type: "application/json" })).status;
  }

  #actor(userId: string, trigger_id: string) {
    return {
      user: { id: userId, username: "kaya", name: "kaya", team_id: this.team.id },
      api_app_id: "A0APP",
      token: "legacy",
      trigger_id,
      team: { id: this.team.id, domain: "beat-lab" },
    };
  }

  #tsOf(response: SeenResponse): string {
    const ts =
      this.#timestamps.get(response) ?? `${Math.floor(Date.now() / 1000)}.${String(++this.#count).padStart(6, "0")}`;
    this.#timestamps.set(response, ts);
    return ts;
  }

  #trigger(userId: string): string {
    const id = `trigger-${++this.#count}`;
    this.#triggers.set(id, { userId, at: Date.now() });
    return id;
  }

  #openView(trigger_id: string, view: SeenView): Answers {
    const trigger = this.#triggers.get(trigger_id);
    if (!trigger) return refusal("invalid_trigger_id");
    if (Date.now() - trigger.at > 3000) return refusal("expired_trigger_id");
    this.#triggers.delete(trigger_id);
    const id = `V${++this.#count}`;
    this.forms.push({ id, userId: trigger.userId, view });
    return { ok: true, view: { id } };
  }

  #interact(url: string, payload: object): Promise<{ status: number; body: string }> {
    return this.#signed(url, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  }

  async #signed(
    url: string,
    body: string,
    {
      secret,
      ageSeconds = 0,
      type = "application/x-www-form-urlencoded",
    }: Pick<Command, "secret" | "ageSeconds"> & { type?: string } = {},
  ) {
    const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
    const hmac = createHmac("sha256", secret ?? this.signingSecret).update(`v0:${timestamp}:${body}`);
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": type,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${hmac.digest("hex")}`,
      },
      body,
    });
    return { status: answer.status, body: await answer.text() };
  }

  /** A member types a command; the bot is told over its socket. Resolves once it acknowledged. */
  async commandOverSocket(command: Command = {}): Promise<{ response: Promise<SeenResponse> }> {
    const { form, response } = this.#command(command);
    const envelope_id = randomUUID();
    const acked = new Promise<void>((resolve) => this.#acks.set(envelope_id, resolve));
    const envelope = { envelope_id, type: "slash_commands", payload: form, accepts_response_payload: true };
    for (const socket of this.#server.sockets) socket.send(JSON.stringify(envelope));
    await acked;
    return { response };
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #command({ text = "stats", userId = "U0KAYA" }: Command) {
    const id = `response-${++this.#count}`;
    const response = new Promise<SeenResponse>((settle) => {
      this.#responses.set(id, { left: RESPONSES_AT_MOST, settle });
    });
    const form: Record<string, string> = {
      token: "legacy",
      team_id: this.team.id,
      team_domain: "beat-lab",
      channel_id: this.channelIds[0],
      channel_name: "general",
      user_id: userId,
      user_name: "kaya",
      command: "/beatpass",
      text,
      api_app_id: "A0APP",
      is_enterprise_install: "false",
      response_url: `http://127.0.0.1:${this.#server.port}/respond/${id}`,
      trigger_id: this.#trigger(userId),
    };
    return { form, response };
  }

  #greet(socket: WebSocket): void {
    const connection_info = { app_id: "A0APP" };
    socket.send(
      JSON.stringify({ type: "hello", num_connections: 1, debug_info: { host: "stand-in" }, connection_info }),
    );
    socket.on("message", (raw) => {
      const { envelope_id } = z.looseObject({ envelope_id: z.string() }).parse(JSON.parse(String(raw)));
      this.#acks.get(envelope_id)?.();
    });
  }

  #answer(request: Request): Reply {
    const respond = /^\/respond\/(.+)$/.exec(request.path);
    if (respond) return this.#respond(respond[1]!, request);
    const upload = /^\/upload\/(\w+)$/.exec(request.path);
    if (upload) return { status: this.files.receive(upload[1]!, request.body.byteLength) ? 200 : 500 };
    const method = /^\/api\/([a-z]+\.[A-Za-z.]+)$/.exec(request.path)?.[1];
    if (!method) return { status: 404 };
    return { status: 200, body: this.#call(method, request), headers: { "x-oauth-scopes": this.scopes.join(",") } };
  }

  #call(method: string, { headers, body }: Request): Answers {
    if (method === "apps.connections.open") {
      if (headers.authorization !== `Bearer ${this.appToken}`) return refusal("invalid_auth");
      return { ok: true, url: `ws://127.0.0.1:${this.#server.port}/link` };
    }
    if (headers.authorization !== `Bearer ${this.botToken}`) return refusal("invalid_auth");
    if (this.tokenWithdrawn) return refusal(this.tokenWithdrawn);
    const form = Object.fromEntries(new URLSearchParams(body.toString()));
    switch (method) {
      case "auth.test": {
        const { id: team_id, name: team } = this.team;
        return {
          ok: true,
          url: "https://beat-lab.slack.test/",
          team,
          team_id,
          user: "beatpass",
          user_id: "U0BOT",
          bot_id: "B0BOT",
        };
      }
      case "chat.postMessage":
        return this.#accept(method, PostMessage, form, (args) => this.#post(args));
      case "chat.update":
        return this.#accept(method, UpdateMessage, form, (args) => this.#update(args));
      case "conversations.open":
        return this.#accept(method, OpenConversation, form, ({ users }) => this.#open(users));
      case "files.getUploadURLExternal":
        return this.#accept(method, UploadUrl, form, ({ length, alt_text = "" }) => {
          const file_id = this.files.open(length, alt_text);
          return { ok: true, file_id, upload_url: `http://127.0.0.1:${this.#server.port}/upload/${file_id}` };
        });
      case "files.completeUploadExternal":
        return this.#accept(method, CompleteUpload, form, ({ files }) =>
          files.every(({ id }) => this.files.complete(id)) ? { ok: true, files } : refusal("file_not_found"),
        );
      case "conversations.history":
        return this.#accept(method, ReadHistory, form, (args) => this.#history(args));
      case "users.list":
        return this.#accept(method, ListUsers, form, () => ({
          ok: true,
          members: [
            ...Object.keys(this.names).map((id) => ({ id, is_primary_owner: false })),
            { id: this.ownerId, is_primary_owner: true },
          ],
          response_metadata: { next_cursor: "" },
        }));
      case "users.info":
        return this.#accept(method, ReadUser, form, ({ user }) => ({
          ok: true,
          user: {
            id: user,
            profile: { display_name: this.names[user] ?? "", real_name: user },
            locale: this.locales[user],
            is_admin: this.admins.has(user),
            is_owner: false,
          },
        }));
      case "views.open":
        return this.#accept(method, OpenView, form, ({ trigger_id, view }) => this.#openView(trigger_id, view));
      case "views.update":
        return this.#accept(method, UpdateView, form, ({ view_id, view }) => {
          const open = this.forms.find(({ id }) => id === view_id);
          if (!open) return refusal("not_found");
          open.view = view;
          return { ok: true, view: { id: view_id } };
        });
      case "views.publish":
        return this.#accept(method, PublishView, form, ({ user_id, view }) => {
          this.homes[user_id] = view;
          this.published++;
          return { ok: true, view: { id: `home-${user_id}` } };
        });
      case "conversations.list":
        return this.#accept(method, ListChannels, form, (args) => this.#list(this.#listed(), args));
      // The same of those alone where the bot is a member; whether it is one is not said again.
      case "users.conversations":
        return this.#accept(method, ListChannels, form, (args) =>
          this.#list(
            this.#listed().flatMap(({ is_member, ...channel }) => (is_member ? [channel] : [])),
            args,
          ),
        );
      default:
        return refusal("unknown_method");
    }
  }

  #accept<T extends z.ZodType>(
    method: string,
    schema: T,
    form: unknown,
    answer: (args: z.infer<T>) => Answers,
  ): Answers {
    const parsed = schema.safeParse(form);
    if (parsed.success) return answer(parsed.data);
    this.refused.push(...parsed.error.issues.map((issue) => `${method} ${issue.path.join(".")}: ${issue.message}`));
    return refusal(method.startsWith("chat.") ? "invalid_blocks" : "invalid_arguments");
  }

  #post(args: z.infer<typeof PostMessage>): Answers {
    const { channel, text, blocks, metadata } = args;
    const forbidden = this.#forbids(channel, blocks);
    if (forbidden !== undefined) return refusal(forbidden);
    if (text === "" && !blocks) return refusal("no_text");
    const ts = `${Math.floor(Date.now() / 1000)}.${String(++this.#count).padStart(6, "0")}`;
    const message = { channel, ts, text, blocks, metadata };
    this.#messages.push(message);
    return { ok: true, channel, ts, message: { type: "message", bot_id: "B0BOT", text, ts } };
  }

  #isChannel(id: string): boolean {
    return this.channelIds.some((one) => one === id) || this.moreChannels.has(id) || this.#direct.has(id);
  }

  /** Why nothing may be written in a channel, in Slack's words. */
  #forbids(channel: string, blocks: SlackMessage["blocks"]): string | undefined {
    if (!this.#isChannel(channel)) return "channel_not_found";
    if (this.muted.has(channel)) return "not_in_channel";
    return this.answers.get(channel) ?? (this.#showsAll(blocks) ? undefined : "invalid_blocks");
  }

  /** Whether every picture of a message may be shown. */
  #showsAll(blocks: SlackMessage["blocks"]): boolean {
    const images = blocks?.flatMap((block) => (block.type === "image" ? [block.slack_file.id] : [])) ?? [];
    return images.every(this.files.isReady);
  }

  /** As Slack lists them, the oldest first. */
  #listed() {
    const strange = Array.from({ length: this.strangeChannels }, (_, index) => `C1STRANGE${index}`);
    const own = [...this.channelIds, ...this.moreChannels];
    return [
      ...strange.map((id) => ({ id, is_member: false })),
      ...own.map((id) => ({ id, is_member: !this.muted.has(id) })),
    ];
  }

  #list(
    channels: { id: string; is_member?: boolean }[],
    { limit, cursor = "0" }: z.infer<typeof ListChannels>,
  ): Answers {
    const to = Number(cursor) + limit;
    return {
      ok: true,
      channels: channels.slice(Number(cursor), to).map((channel) => ({ ...channel, name: channel.id.toLowerCase() })),
      response_metadata: { next_cursor: to < channels.length ? String(to) : "" },
    };
  }

  #open(userId: string): Answers {
    const refused = this.answers.get(userId);
    if (refused !== undefined) return refusal(refused);
    const id = this.directChannel(userId);
    this.#direct.set(id, userId);
    return { ok: true, channel: { id } };
  }

  #update({ channel, ts, text, blocks, metadata }: z.infer<typeof UpdateMessage>): Answers {
    const forbidden = this.#forbids(channel, blocks);
    if (forbidden !== undefined) return refusal(forbidden);
    const message = this.#messages.find((one) => one.channel === channel && one.ts === ts);
    if (!message) return refusal("message_not_found");
    Object.assign(message, { text, blocks, metadata, changed: (message.changed ?? 0) + 1 });
    return { ok: true, channel, ts, text };
  }

  /** Newest first, and metadata only where asked for. */
  #history({ channel, oldest = "0", limit, cursor = "0", include_all_metadata }: z.infer<typeof ReadHistory>): Answers {
    if (!this.#isChannel(channel)) return refusal("channel_not_found");
    if (this.pastHidden.has(channel)) return refusal("missing_scope");
    const wanted = this.messages(channel).filter(({ ts }) => Number(ts) > Number(oldest));
    const from = Number(cursor);
    const messages = wanted.reverse().slice(from, from + limit);
    const withMetadata = include_all_metadata === "true" || include_all_metadata === "1";
    const more = from + limit < wanted.length;
    return {
      ok: true,
      has_more: more,
      messages: messages.map(({ ts, text, blocks, metadata }) => ({
        type: "message",
        bot_id: "B0BOT",
        user: "U0BOT",
        ts,
        text,
        blocks,
        ...(withMetadata && metadata && { metadata }),
      })),
      response_metadata: { next_cursor: more ? String(from + limit) : "" },
    };
  }

  #respond(id: string, { body }: Request): Reply {
    const waiting = this.#responses.get(id);
    if (!waiting || waiting.left-- <= 0) return { status: 404, body: { ok: false, error: "expired_url" } };
    const parsed = Response.safeParse(JSON.parse(body.toString()));
    if (!parsed.success) {
      this.refused.push(...parsed.error.issues.map((issue) => `response ${issue.path.join(".")}: ${issue.message}`));
      return { status: 400, body: { ok: false, error: "invalid_blocks" } };
    }
    if ("blocks" in parsed.data && !this.#showsAll(parsed.data.blocks))
      return { status: 400, body: { ok: false, error: "invalid_blocks" } };
    this.responses.push(parsed.data);
    if (!("delete_original" in parsed.data)) waiting.settle(parsed.data);
    return { status: 200, body: { ok: true } };
  }
}

function menuOf({ blocks = [] }: SeenResponse) {
  const elements = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const menu = elements.find(({ type }) => type === "external_select");
  if (menu?.type !== "external_select") throw new Error("There is no menu to pick from");
  return menu;
}

function buttonCalled(blocks: SeenView["blocks"] | NonNullable<SeenResponse["blocks"]>, label: string) {
  const buttons = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const button = buttons.find((one) => one.type === "button" && one.text.text === label);
  if (!button) throw new Error(`There is no button “${label}” to press`);
  return button;
}

const stateOf = (given: string | string[]) =>
  typeof given === "string"
    ? { type: "plain_text_input", value: given }
    : { type: "checkboxes", selected_options: given.map((value) => ({ value })) };

const refusal = (error: string): Answers => ({ ok: false, error });
