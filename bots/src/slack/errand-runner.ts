import type { Places, ResultOf } from "@beatpass/shared/contracts";
import type { webApi } from "@slack/bolt";
import type { ErrandRunner, Outcome } from "../errands/runner.ts";
import { readSendError } from "./slack-error.ts";

const PAGE = 200;
const PAGES_AT_MOST = 5;

/** Asks Slack itself, each time anew: rights are never remembered. */
export function createSlackErrands(client: webApi.WebClient): ErrandRunner {
  async function mayManage(userId: string): Promise<ResultOf<"may-manage">> {
    const { user } = await client.users.info({ user: userId });
    const may = user?.deleted !== true && (user?.is_admin === true || user?.is_owner === true);
    return { is: "may-manage", may };
  }

  async function places(): Promise<ResultOf<"places">> {
    const channels: Places["channels"] = [];
    let cursor: string | undefined;
    for (let page = 0; page < PAGES_AT_MOST; page++) {
      const answer = await client.conversations.list({
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id, name, is_member } of answer.channels ?? []) {
        const mayPost = is_member === true;
        if (id) channels.push({ id, name: name ?? id, mayPost, missing: mayPost ? [] : ["membership"] });
      }
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return { is: "places", places: { channels, roles: [], mayManageRoles: false } };
  }

  return {
    platform: "slack",
    mayManage: (_guildId, userId) => settled(mayManage(userId), { is: "may-manage", may: false }, "user_not_found"),
    places: () => settled(places()),
    // Slack has no roles: there is nothing to give, nor to take back.
    holdRoles: async () => ({
      is: "done",
      result: { is: "hold-roles", outcome: "held", gone: [], above: [], powerful: [] },
    }),
  };
}

async function settled<Result>(work: Promise<Result>, otherwise?: Result, code?: string): Promise<Outcome<Result>> {
  try {
    return { is: "done", result: await work };
  } catch (error) {
    const { detail, ...reading } = readSendError(error);
    if (otherwise !== undefined && detail.endsWith(code ?? "")) return { is: "done", result: otherwise };
    return { is: "later", detail, ...("retryAfterMs" in reading && { retryAfterMs: reading.retryAfterMs }) };
  }
}
