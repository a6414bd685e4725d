import type { Missing, Places, ResultOf } from "@beatpass/shared/contracts";
import type { webApi } from "@slack/bolt";
import type { ErrandRunner, Outcome } from "../errands/runner.ts";
import { readSendError } from "./slack-error.ts";

/** The most that Slack gives at once; of the channels where the bot may be invited, one page is offered. */
const PAGE = 999;
const PAGES_AT_MOST = 5;

type Channel = { id?: string; name?: string };

/** Asks Slack itself, each time anew: rights are never remembered. */
export function createSlackErrands(client: webApi.WebClient): ErrandRunner {
  async function mayManage(userId: string): Promise<ResultOf<"may-manage">> {
    const { user } = await client.users.info({ user: userId });
    const may = user?.deleted !== true && (user?.is_admin === true || user?.is_owner === true);
    return { is: "may-manage", may };
  }

  async function places(): Promise<ResultOf<"places">> {
    const own = await ownChannels();
    const known = new Set(own.map(({ id }) => id));
    const asked = { types: "public_channel", exclude_archived: true, limit: PAGE };
    const others = (await client.conversations.list(asked)).channels ?? [];
    const channels: Places["channels"] = [
      ...own.flatMap((one) => asPlace(one, [])),
      ...others.filter(({ id }) => !known.has(id)).flatMap((one) => asPlace(one, ["membership"])),
    ];
    return { is: "places", places: { channels, roles: [], mayManageRoles: false } };
  }

  /** Where the bot is a member, all of it: in a large workspace most channels are none of its own. */
  async function ownChannels(): Promise<Channel[]> {
    const channels: Channel[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < PAGES_AT_MOST; page++) {
      const answer = await client.users.conversations({
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      channels.push(...(answer.channels ?? []));
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return channels;
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

const asPlace = ({ id, name = id }: Channel, missing: Missing[]): Places["channels"] =>
  id === undefined || name === undefined ? [] : [{ id, name, mayPost: missing.length === 0, missing }];

async function settled<Result>(work: Promise<Result>, otherwise?: Result, code?: string): Promise<Outcome<Result>> {
  try {
    return { is: "done", result: await work };
  } catch (error) {
    const { detail, ...reading } = readSendError(error);
    if (otherwise !== undefined && detail.endsWith(code ?? "")) return { is: "done", result: otherwise };
    return { is: "later", detail, ...("retryAfterMs" in reading && { retryAfterMs: reading.retryAfterMs }) };
  }
}
