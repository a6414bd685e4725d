import type { CommunityAdmin, NewsTopic, Places } from "@beatpass/shared/contracts";
import { useLanguage } from "../../settings/language.tsx";
import { usePlatformWords } from "./platform-words.ts";

/** What begins now that a first channel is chosen, and what people are told so that they link themselves. */
export function SetUpDone({ admin, places }: { admin: CommunityAdmin; places: Places | undefined }) {
  const { locale } = useLanguage();
  const { community, settings, linked } = admin;
  const t = usePlatformWords(community.platform);
  const found = places?.channels.find(({ id }) => id === settings.channelId);
  const topics: (NewsTopic | "digest")[] = [
    ...settings.topics,
    ...(settings.digestDay === null ? [] : ["digest" as const]),
  ];
  const names = topics.map((topic) => t(`community.topic.${topic}`).toLocaleLowerCase(locale));
  const kinds = new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  const needed = settings.rankNewsMembers;
  return (
    <section class="panel settings-section" role="status">
      {names.length > 0 && (
        <p>{t("bot.setup.done", { channel: `#${found?.name ?? settings.channelId}`, kinds, linked })}</p>
      )}
      {settings.topics.includes("leaderboard") && linked < needed && <p>{t("bot.setup.few", { needed, linked })}</p>}
      <p>{t("bot.setup.invite")}</p>
      <blockquote>{t("bot.setup.invite.text")}</blockquote>
    </section>
  );
}
