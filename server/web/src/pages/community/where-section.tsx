import {
  CHANNEL_TOPICS,
  type ChannelTopic,
  type ChatPlatform,
  NEWS_TOPICS,
  type Places,
} from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { useLanguage } from "../../settings/language.tsx";
import { ChannelSelect } from "./channel-select.tsx";
import { type Draft, toggled } from "./draft.ts";
import { Check } from "./field.tsx";
import { usePlatformWords } from "./platform-words.ts";

/** Which topic goes to which channel, and on which day the digest. */
export function WhereSection({
  platform,
  places,
  ...draft
}: Draft & { platform: ChatPlatform; places: Places | undefined }) {
  const t = usePlatformWords(platform);
  const { settings, change } = draft;
  return (
    <section class="panel settings-section">
      <h2>{t("community.where")}</h2>
      <ChannelSelect
        label={t("community.channel")}
        none={t("community.channel.none")}
        channelId={settings.channelId ?? undefined}
        places={places}
        onChange={(channelId) => change({ channelId: channelId ?? null })}
      />
      <ul class="topics">
        {CHANNEL_TOPICS.map((topic) => (
          <li key={topic} class="topic">
            <TopicSwitch topic={topic} {...draft} />
            <ChannelSelect
              label={t("community.channel.other", { topic: t(`community.topic.${topic}`) })}
              hidesLabel
              none={t("community.channel.same")}
              channelId={settings.topicChannels[topic]}
              places={places}
              onChange={(channelId) => {
                const { [topic]: _before, ...others } = settings.topicChannels;
                change({ topicChannels: channelId === undefined ? others : { ...others, [topic]: channelId } });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TopicSwitch({ topic, settings, change }: Draft & { topic: ChannelTopic }) {
  const { t } = useLanguage();
  if (topic === "digest") return <DigestDay settings={settings} change={change} />;
  return (
    <Check
      label={t(`community.topic.${topic}`)}
      checked={settings.topics.includes(topic)}
      onChange={(isOn) => change({ topics: toggled(settings.topics, topic, isOn, NEWS_TOPICS) })}
    />
  );
}

const MONDAY = Date.UTC(2026, 0, 5);

function DigestDay({ settings, change }: Draft) {
  const { locale, t } = useLanguage();
  const dayName = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return (
    <label class="form-field">
      <span>
        {t("community.topic.digest")} <span class="muted settings-hint">{t("community.digest.hour")}</span>
      </span>
      <select
        class="field"
        value={settings.digestDay ?? ""}
        onChange={({ currentTarget }) => change({ digestDay: Number(currentTarget.value) || null })}
      >
        <option value="">{t("community.digest.none")}</option>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <option key={day} value={day}>
            {dayName.format(MONDAY + (day - 1) * MS_PER_DAY)}
          </option>
        ))}
      </select>
    </label>
  );
}
