import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { channelMention } from "../wording/channel-mention.ts";
import { cleanText } from "../wording/clean-text.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** What was kept back is told for so long once the channel works again. */
const HOURS = 24;

/** What the bot may not do and how to change it; for whoever administers the community. */
export function noticeWords(view: AnnouncementOf<"notice">, locale: Locale): Words {
  const t = createTranslator(locale);
  const community = cleanText(view.community.name, 100);
  return {
    title: community,
    parts: [whatIsWrong(view, locale)],
    ...(view.about === "channel-gone" && { list: [t("bot.channel.pick", { community })] }),
    button: t("announce.fold.button"),
  };
}

function whatIsWrong({ about, platform, channelId = "" }: AnnouncementOf<"notice">, locale: Locale): string {
  const t = createTranslator(locale);
  if (about === "roles-missing") return t("bot.roles.missing");
  const channel = channelMention(channelId);
  if (about === "channel-gone") return t("bot.channel.gone", { channel });
  if (platform === "slack") return t("bot.permission.invite", { channel, hours: HOURS });
  return t("bot.permission.missing", { channel, permission: t("bot.permission.send"), hours: HOURS });
}
