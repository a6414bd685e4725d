import { closestFirst, shareDone } from "@beatpass/messages";
import type { Progress } from "@beatpass/shared/contracts";
import { EmptyNote } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { AchievementCard } from "./achievement-card.tsx";

const SHOWN_AT_MOST = 4;

/** What to go for next: the locked achievements that are furthest along. */
export function ClosestPanel({ progress: { achievements, counts } }: { progress: Progress }) {
  const { t } = useLanguage();
  const closest = closestFirst(achievements)
    .filter((achievement) => (shareDone(achievement) ?? 0) > 0)
    .slice(0, SHOWN_AT_MOST);
  if (counts.unlocked === counts.total) return <p class="panel">{t("progress.all_unlocked", counts)}</p>;
  if (closest.length === 0)
    return <EmptyNote title={t("dash.no_unlocks.title", counts)} body={t("dash.no_unlocks.body")} />;
  return (
    <section class="achievement-group" aria-labelledby="closest-title">
      <h2 id="closest-title">{t("progress.closest")}</h2>
      <ul class="achievement-cards">
        {closest.map((achievement) => (
          <AchievementCard key={achievement.slug} achievement={achievement} />
        ))}
      </ul>
    </section>
  );
}
