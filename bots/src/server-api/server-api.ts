import {
  Answer,
  type AnsweredCommand,
  type ChatPlatform,
  type CommunitySeen,
  type DeliveryOutcome,
  type ErrandAnswer,
  ErrandLeaseAnswer,
  LeaseAnswer,
  type LeasedDelivery,
  type LeasedErrand,
  LinkAnswer,
  type Locale,
  ManageLink,
  MemberAnswer,
  type MemberChoices,
  PlacesHere,
  Problem,
  Suggestions,
  UnlinkAnswer,
} from "@beatpass/shared/contracts";
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { z } from "zod";
import { newRequestId, ServerError } from "./server-error.ts";

export type CommunityAddress = { platform: ChatPlatform; guildId: string };

/** The server's HTTP, as far as the scope of a bot's key reaches. Every method throws ServerError. */
export type ServerApi = {
  lease: (platform: ChatPlatform, worker: string, limit: number) => Promise<LeasedDelivery[]>;
  /** False when the lease was lost: the delivery is somebody else's by now. */
  report: (deliveryId: string, outcome: DeliveryOutcome) => Promise<boolean>;
  leaseErrands: (platform: ChatPlatform, worker: string, limit: number) => Promise<LeasedErrand[]>;
  /** False when the lease was lost, or nobody waits for the answer any longer. */
  answerErrand: (errandId: string, answer: ErrandAnswer) => Promise<boolean>;
  /** A one-time link to a community's settings, for somebody who was just seen to manage it. */
  manageLink: (community: CommunityAddress, user: { userId: string; name: string }) => Promise<ManageLink>;
  /** The channels of a community, as a bot there sees them now. */
  places: (community: CommunityAddress) => Promise<PlacesHere>;
  communitySeen: (community: CommunityAddress, seen: CommunitySeen) => Promise<void>;
  /** The bot was removed from a community. */
  /** Every community that the bot is in. */
  communitiesPresent: (platform: ChatPlatform, guildIds: readonly string[]) => Promise<void>;
  communityLeft: (community: CommunityAddress) => Promise<void>;
  /** What a read-only command answers. @param question the platform's user who asks, with the command's options */
  answer: (
    community: CommunityAddress,
    command: AnsweredCommand,
    question: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  suggest: (
    community: CommunityAddress,
    query: { user: string; of: "producer" | "track"; typed: string },
  ) => Promise<Suggestions>;
  /** A platform's user as linked, with what they agreed to. */
  member: (community: CommunityAddress, user: string) => Promise<MemberAnswer>;
  link: (
    community: CommunityAddress,
    user: string,
    request: { code: string; name: string; replace: boolean; locale: Locale },
  ) => Promise<LinkAnswer>;
  /** Whether there was a link. */
  unlink: (community: CommunityAddress, user: string) => Promise<UnlinkAnswer>;
  saveChoices: (community: CommunityAddress, user: string, choices: MemberChoices) => Promise<MemberAnswer>;
  /** Begins with "open" once connected; ends or throws when the connection does. */
  deliveryEvents: (signal: AbortSignal) => AsyncIterable<{ event?: string | undefined }>;
};

const TIMEOUT_MS = 10_000;
const SUGGEST_WITHIN_MS = 2000;

/** @param server address without a slash at its end, and an API key of scope bot */
export function createServerApi({ url, key }: { url: string; key: string }): ServerApi {
  const call = (method: string, path: string, { body, signal }: { body?: unknown; signal?: AbortSignal } = {}) =>
    send(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ?? AbortSignal.timeout(TIMEOUT_MS),
    });
  const communityPath = ({ platform, guildId }: CommunityAddress) =>
    `/v1/communities/${platform}/${encodeURIComponent(guildId)}`;
  const memberPath = (community: CommunityAddress, user: string) =>
    `${communityPath(community)}/members/${encodeURIComponent(user)}`;

  return {
    async lease(platform, worker, limit) {
      const response = await call("POST", "/v1/deliveries/lease", { body: { platform, worker, limit } });
      return (await read(response, LeaseAnswer)).deliveries;
    },
    report: (deliveryId, outcome) =>
      unlessLost(call("POST", `/v1/deliveries/${encodeURIComponent(deliveryId)}/outcome`, { body: outcome })),
    async leaseErrands(platform, worker, limit) {
      const response = await call("POST", "/v1/errands/lease", { body: { platform, worker, limit } });
      return (await read(response, ErrandLeaseAnswer)).errands;
    },
    answerErrand: (errandId, answer) =>
      unlessLost(call("POST", `/v1/errands/${encodeURIComponent(errandId)}/answer`, { body: answer })),
    async manageLink(community, user) {
      return read(await call("POST", `${communityPath(community)}/manage-link`, { body: user }), ManageLink);
    },
    async places(community) {
      return read(await call("GET", `${communityPath(community)}/places`), PlacesHere);
    },
    async communitySeen(community, seen) {
      await call("PUT", communityPath(community), { body: seen });
    },
    async communitiesPresent(platform, guildIds) {
      await call("PUT", `/v1/communities/${platform}`, { body: { guildIds } });
    },
    async communityLeft(community) {
      await call("POST", `${communityPath(community)}/left`);
    },
    async answer(community, command, question) {
      const query = new URLSearchParams(question);
      return read(await call("GET", `${communityPath(community)}/answers/${command}?${query}`), Answer);
    },
    async suggest(community, query) {
      // Nobody waits longer for a menu, and Discord takes it no later.
      const signal = AbortSignal.timeout(SUGGEST_WITHIN_MS);
      const path = `${communityPath(community)}/suggestions?${new URLSearchParams(query)}`;
      return read(await call("GET", path, { signal }), Suggestions);
    },
    async member(community, user) {
      return read(await call("GET", `${memberPath(community, user)}/privacy`), MemberAnswer);
    },
    async link(community, user, request) {
      return read(await call("POST", `${memberPath(community, user)}/identity`, { body: request }), LinkAnswer);
    },
    async unlink(community, user) {
      return read(await call("DELETE", `${memberPath(community, user)}/identity`), UnlinkAnswer);
    },
    async saveChoices(community, user, choices) {
      return read(await call("PUT", `${memberPath(community, user)}/privacy`, { body: choices }), MemberAnswer);
    },
    async *deliveryEvents(signal) {
      const { body } = await call("GET", "/v1/deliveries/stream", { signal });
      yield { event: "open" };
      if (body) yield* body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    },
  };
}

/** Whether the server took it; not where a lease was lost meanwhile. */
async function unlessLost(sent: Promise<Response>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (error instanceof ServerError && (error.status === 409 || error.status === 404)) return false;
    throw error;
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    throw new ServerError(`The server does not answer: ${describe(cause)}`, newRequestId(), undefined, { cause });
  }
  if (response.ok) return response;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  const { requestId, detail } = problem.data ?? { requestId: newRequestId(), detail: response.statusText };
  throw new ServerError(`The server answers ${response.status}: ${detail}`, requestId, response.status);
}

async function read<T extends z.ZodType>(response: Response, contract: T): Promise<z.infer<T>> {
  const parsed = contract.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = `${issue?.path.join(".")}: ${issue?.message}`;
  throw new ServerError(`The server's answer is not what the contract says (${what})`, newRequestId(), response.status);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
