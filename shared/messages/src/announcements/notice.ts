import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { channelMention } from "../wording/channel-mention.ts";
import { cleanText } from "../wording/clean-text.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** What was kept back is told for so long once the channel works again. */
const HOURS = 24;

/** What the bot may not do and how to change it, or that it is there and how it is set up; for whoever administers the community. */
export function noticeWords(view: AnnouncementOf<"notice">, locale: Locale): Words {
  const t = createTranslator(locale);
  return {
    title: cleanText(view.community.name, 100),
    parts: [whatItIs(view, locale)],
    ...wayOf(view, locale),
    button: t("announce.fold.button"),
  };
}

/** Whoever reads it may have no account here: a command opens the settings without one. */
function wayOf({ about, community }: AnnouncementOf<"notice">, locale: Locale): { list?: string[] } {
  const t = createTranslator(locale);
  const name = cleanText(community.name, 100);
  if (about === "channel-gone") return { list: [t("bot.channel.pick", { community: name })] };
  if (about === "hello") return { list: [t("bot.hello.way", { setUp: t("bot.hello.button"), community: name })] };
  return {};
}

function whatItIs({ about, platform, channelId = "" }: AnnouncementOf<"notice">, locale: Locale): string {
  const t = createTranslator(locale);
  if (about === "hello") return t(platform === "slack" ? "bot.hello.slack" : "bot.hello");
  if (about === "roles-missing") return t("bot.roles.missing");
  const channel = channelMention(channelId);
  if (about === "channel-gone") return t("bot.channel.gone", { channel });
  if (platform === "slack") return t("bot.permission.invite", { channel, hours: HOURS });
  return t("bot.permission.missing", { channel, permission: t("bot.permission.send"), hours: HOURS });
}
