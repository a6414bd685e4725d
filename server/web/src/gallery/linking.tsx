import {
  CODE_MINUTES,
  createTranslator,
  linkStartLines,
  notLinkedLines,
  privacyForm,
  sampleAnnouncement,
  savedLines,
} from "@beatpass/messages";
import * as discord from "@beatpass/messages/discord";
import * as slack from "@beatpass/messages/slack";
import { type ChatPlatform, DEFAULT_PRIVACY, type Locale } from "@beatpass/shared/contracts";
import { DiscordMessageView } from "../pages/channels/discord-message-view.tsx";
import { SlackMessageView } from "../pages/channels/slack-message-view.tsx";
import { drawDiscordAction, drawSlackAction } from "./actions.tsx";
import { DiscordModalView } from "./discord-modal-view.tsx";
import { SlackModalView } from "./slack-modal-view.tsx";

const COMMUNITY = { id: "sample", name: "Beat Lab" };
const SETTINGS = "https://stats.example/settings#chat";
const CODE = "QW3F-7KMN";

type Shown = { platform: ChatPlatform; locale: Locale; now: Date };

/** How a person links themselves and says what may be posted: what is typed, filled in, ticked and answered. */
export function Linking({ platform, locale, now }: Shown) {
  const frame = { at: now.toISOString(), onDismiss: () => undefined };
  const start = linkStartLines({ is: "unlinked", settingsUrl: SETTINGS }, COMMUNITY.name, locale);
  const preview = sampleAnnouncement("level-up", { community: COMMUNITY, now });
  const producer = { id: "sample", name: "Kaya Noir" };
  const member = { producer, level: 10, tracks: 14, plays: 2301, privacy: DEFAULT_PRIVACY, preview };
  const form = privacyForm(member, { platform, community: COMMUNITY.name, locale, isNew: true });
  const other = { is: "other" as const, producer: { id: "2", name: "Milo Beats" }, wanted: producer };
  const replaced = notLinkedLines(other, CODE, locale, now);
  const saved = savedLines(["level-up"], locale);
  if (platform === "discord") {
    const shown = { ...frame, drawAction: drawDiscordAction };
    const pick = createTranslator(locale)("link.form.pick");
    return (
      <>
        <DiscordMessageView message={discord.toDiscordAnswer(start)} question="/beatpass link" {...shown} />
        <DiscordModalView modal={discord.codeModal(locale)} value={CODE} locale={locale} />
        <DiscordMessageView message={discord.toDiscordForm(form, locale, pick)} {...shown} />
        <DiscordMessageView message={discord.toDiscordAnswer(saved)} {...shown} />
        <DiscordMessageView message={discord.toDiscordAnswer(replaced)} {...shown} />
      </>
    );
  }
  return (
    <>
      <SlackMessageView
        message={slack.toSlackAnswer(start)}
        question="/beatpass link"
        drawAction={drawSlackAction}
        {...frame}
      />
      <SlackModalView view={slack.codeView(locale, CODE_MINUTES)} value={CODE} />
      <SlackModalView view={slack.formView(form, locale)} />
      <SlackModalView view={slack.wordsView(saved, locale)} />
      <SlackModalView view={slack.wordsView(replaced, locale)} />
    </>
  );
}
