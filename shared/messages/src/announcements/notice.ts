import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { channelMention } from "../wording/channel-mention.ts";
import { cleanText } from "../wording/clean-text.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** What was kept back is told for so long once the channel works again. */
const HOURS = 24;

/** Which channel is out of reach and what to do; for whoever administers the community. */
export function noticeWords(view: AnnouncementOf<"notice">, locale: Locale): Words {
  const t = createTranslator(locale);
  const channel = channelMention(view.channelId);
  return {
    title: cleanText(view.community.name, 100),
    parts: [view.about === "channel-gone" ? t("bot.channel.gone", { channel }) : permissionText(view, channel, locale)],
    button: t("announce.fold.button"),
  };
}

function permissionText({ platform }: AnnouncementOf<"notice">, channel: string, locale: Locale): string {
  const t = createTranslator(locale);
  if (platform === "slack") return t("bot.permission.invite", { channel, hours: HOURS });
  return t("bot.permission.missing", { channel, permission: t("bot.permission.send"), hours: HOURS });
}
