import type { Locale } from "@beatpass/shared/contracts";
import type { webApi } from "@slack/bolt";

const REMEMBERED = 1000;

/** The language each member set in Slack, which commands do not carry; English where Slack does not tell. */
export function createMemberLocales(client: webApi.WebClient): (userId: string) => Promise<Locale> {
  const known = new Map<string, Locale>();
  return async (userId) => {
    const remembered = known.get(userId);
    if (remembered) return remembered;
    const answer = await client.users.info({ user: userId, include_locale: true }).catch(() => undefined);
    const locale: Locale = answer?.user?.locale?.startsWith("fr") ? "fr" : "en";
    if (known.size >= REMEMBERED) known.clear();
    if (answer) known.set(userId, locale);
    return locale;
  };
}
