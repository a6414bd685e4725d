import type { webApi } from "@slack/bolt";

const PAGE = 200;
const PAGES_AT_MOST = 10;

/**
 * Who owns a workspace before all others: told where someone must act, until somebody sets the community up.
 * @returns undefined where Slack does not tell, or the workspace is larger than is looked through
 */
export async function primaryOwner(client: webApi.WebClient): Promise<string | undefined> {
  let cursor: string | undefined;
  try {
    for (let page = 0; page < PAGES_AT_MOST; page++) {
      const answer = await client.users.list({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
      const owner = answer.members?.find(({ is_primary_owner }) => is_primary_owner === true);
      if (owner) return owner.id;
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return undefined;
    }
  } catch {
    // Not worth keeping the workspace unknown for.
  }
  return undefined;
}
