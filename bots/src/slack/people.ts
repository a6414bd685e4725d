import type { Locale } from "@beatpass/shared/contracts";
import type { webApi } from "@slack/bolt";

const REMEMBERED = 1000;

/** What commands do not carry about who asks; English where Slack does not tell. */
export type SlackPeople = {
  localeOf: (userId: string) => Promise<Locale>;
  /** Without asking: for what must be acknowledged at once. */
  rememberedLocale: (userId: string) => Locale;
  /** As others see them. */
  nameOf: (userId: string) => Promise<string>;
  /** Undefined where Slack does not tell now. */
  isAdmin: (userId: string) => Promise<boolean | undefined>;
  /** The workspace's name; its address' first word until it is known. */
  teamName: (domain: string) => Promise<string>;
};

/** Asks Slack, and remembers the languages of people and the name of the team. */
export function createSlackPeople(client: webApi.WebClient): SlackPeople {
  const locales = new Map<string, Locale>();
  let team: string | undefined;
  const ask = (user: string) => client.users.info({ user, include_locale: true }).catch(() => undefined);
  return {
    async localeOf(userId) {
      const remembered = locales.get(userId);
      if (remembered) return remembered;
      const answer = await ask(userId);
      const locale: Locale = answer?.user?.locale?.startsWith("fr") ? "fr" : "en";
      if (locales.size >= REMEMBERED) locales.clear();
      if (answer) locales.set(userId, locale);
      return locale;
    },
    rememberedLocale: (userId) => locales.get(userId) ?? "en",
    async nameOf(userId) {
      const profile = (await ask(userId))?.user?.profile;
      return profile?.display_name || profile?.real_name || userId;
    },
    // Rights change: never remembered.
    async isAdmin(userId) {
      const user = (await ask(userId))?.user;
      return user && (user.is_admin === true || user.is_owner === true);
    },
    async teamName(domain) {
      team ??= await client.auth.test().then(
        (answer) => answer.team,
        () => undefined,
      );
      return team ?? domain;
    },
  };
}
