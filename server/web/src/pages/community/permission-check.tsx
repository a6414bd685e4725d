import {
  type ChatPlatform,
  type CommunitySettings,
  type Missing,
  type Places,
  type PreviewKind,
  TOPIC_OF,
} from "@beatpass/shared/contracts";
import { useLanguage } from "../../settings/language.tsx";
import { usePlatformWords } from "./platform-words.ts";

/** Whether the bot can post a message where it would go: yes, or what is missing and how it is given. */
export function PermissionCheck(props: {
  kind: PreviewKind;
  settings: CommunitySettings;
  platform: ChatPlatform;
  places: Places | undefined;
}) {
  const { locale } = useLanguage();
  const t = usePlatformWords(props.platform);
  const { kind, settings, platform, places } = props;
  const topic = TOPIC_OF[kind];
  const channelId = (topic && settings.topicChannels[topic]) ?? settings.channelId;
  if (channelId === null) return <p class="muted">{t("community.check.quiet")}</p>;
  const found = places?.channels.find(({ id }) => id === channelId);
  if (!found) return null;
  const channel = `#${found.name}`;
  if (found.missing.length === 0)
    return (
      <p class="good" role="status">
        ✓ {t("community.check.ok", { channel })}
      </p>
    );
  const missing = listOf(found.missing, (one) => t(`missing.${one}`), locale);
  return (
    <div role="status">
      <p class={found.mayPost ? "warn" : "bad"}>
        ⚠ {t(found.mayPost ? "community.check.partly" : "community.check.missing", { channel, missing })}
      </p>
      <p class="muted">{t(`community.check.how.${platform}`)}</p>
    </div>
  );
}

const listOf = (missing: readonly Missing[], name: (one: Missing) => string, locale: string): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(missing.map(name));
