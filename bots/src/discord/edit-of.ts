import { createTranslator, type PrivacyForm } from "@beatpass/messages";
import { type DiscordForm, toDiscordForm } from "@beatpass/messages/discord";
import type { Locale } from "@beatpass/shared/contracts";

type Message = { content: string; components: readonly unknown[]; allowed_mentions: { parse: [] } };

/** A message of ours in the words of discord.js. */
export const editOf = ({ content, components, allowed_mentions }: Message) => ({
  content,
  components: components as never[],
  allowedMentions: allowed_mentions,
});

/** The form of what may be posted and sent. */
export const formOf = (form: PrivacyForm, locale: Locale): DiscordForm =>
  toDiscordForm(form, locale, createTranslator(locale)("link.form.pick"));
