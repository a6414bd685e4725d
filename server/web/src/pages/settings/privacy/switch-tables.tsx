import type { MessageKey } from "@beatpass/messages";
import {
  CHAT_PLATFORMS,
  type ChatPlatform,
  NEWS_TOPICS,
  type NewsTopic,
  PRIVATE_TOPICS,
  type Privacy,
  type PrivateTopic,
} from "@beatpass/shared/contracts";
import { useLanguage } from "../../../settings/language.tsx";

const NEWS_WORDS = {
  "level-up": "link.page.level_up",
  achievement: "link.page.unlock",
  leaderboard: "link.page.rank",
} as const satisfies Record<NewsTopic, MessageKey>;

const PRIVATE_WORDS = {
  spike: "settings.told.spike",
  sale: "settings.told.sale",
  digest: "settings.told.digest",
} as const satisfies Record<PrivateTopic, MessageKey>;

const PLATFORM_NAMES: Record<ChatPlatform, string> = { discord: "Discord", slack: "Slack" };

type Choose = { privacy: Privacy; onChange: (privacy: Privacy) => void };

/** What communities of a platform may hear. */
export function AnnouncedTable({ privacy, onChange }: Choose) {
  const { announced } = privacy;
  return (
    <SwitchTable
      title="settings.announced"
      lead="settings.announced.means"
      rows={NEWS_TOPICS.map((topic) => ({ topic, words: NEWS_WORDS[topic] }))}
      isOn={(platform, topic) => announced[platform][topic]}
      onSwitch={(platform, topic, on) =>
        onChange({ ...privacy, announced: { ...announced, [platform]: { ...announced[platform], [topic]: on } } })
      }
    />
  );
}

/** What is sent to oneself alone, where one is linked. */
export function ToldTable({ privacy, onChange }: Choose) {
  const { told } = privacy;
  return (
    <SwitchTable
      title="settings.told"
      lead="settings.told.means"
      rows={PRIVATE_TOPICS.map((topic) => ({ topic, words: PRIVATE_WORDS[topic] }))}
      isOn={(platform, topic) => told[platform][topic]}
      onSwitch={(platform, topic, on) =>
        onChange({ ...privacy, told: { ...told, [platform]: { ...told[platform], [topic]: on } } })
      }
    />
  );
}

function SwitchTable<Topic extends string>(props: {
  title: MessageKey;
  lead: MessageKey;
  rows: readonly { topic: Topic; words: MessageKey }[];
  isOn: (platform: ChatPlatform, topic: Topic) => boolean;
  onSwitch: (platform: ChatPlatform, topic: Topic, on: boolean) => void;
}) {
  const { title, lead, rows, isOn, onSwitch } = props;
  const { t } = useLanguage();
  return (
    <div class="settings-part">
      <h3>{t(title)}</h3>
      <p class="muted">{t(lead)}</p>
      <table class="switches">
        <thead>
          <tr>
            <td />
            {CHAT_PLATFORMS.map((platform) => (
              <th key={platform} scope="col">
                {PLATFORM_NAMES[platform]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, words }) => (
            <tr key={topic}>
              <th scope="row">{t(words)}</th>
              {CHAT_PLATFORMS.map((platform) => (
                <td key={platform}>
                  <input
                    type="checkbox"
                    aria-label={`${t(words)}, ${PLATFORM_NAMES[platform]}`}
                    checked={isOn(platform, topic)}
                    onChange={({ currentTarget }) => onSwitch(platform, topic, currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
