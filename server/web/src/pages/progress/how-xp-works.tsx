import type { Progress } from "@beatpass/shared/contracts";
import { LEVEL_TITLES, levelTitle, MAX_LEVEL, xpForLevel } from "@beatpass/shared/rules";
import { useLanguage } from "../../settings/language.tsx";

/** The rules behind the sources, and the way from the first title to the last. */
export function HowXpWorks({ progress: { rules, level, xpForLevel: from, xpForNext: to } }: { progress: Progress }) {
  const { t } = useLanguage();
  return (
    <details class="how-xp">
      <summary>{t("progress.how")}</summary>
      <ul class="how-xp-rules">
        <li>{t("progress.how.once")}</li>
        <li>{t("progress.how.full")}</li>
        <li>{t("progress.how.plays")}</li>
        {rules.minimumListenMs > 0 && <li>{t("progress.how.minimum", { seconds: rules.minimumListenMs / 1000 })}</li>}
        <li>{t("progress.how.keeps")}</li>
        {level < MAX_LEVEL && <li>{t("progress.how.levels", { level, from, next: level + 1, to })}</li>}
      </ul>
      <h3 class="label">{t("progress.titles")}</h3>
      <ol class="titles">
        {LEVEL_TITLES.map((title) => (
          <li
            key={title.title}
            class={title.from <= level ? "title reached" : "title"}
            aria-current={title.title === levelTitle(level) ? "step" : undefined}
          >
            <span>{title.title}</span>
            <span class="muted">{t("progress.title_level", { level: title.from, xp: xpForLevel(title.from) })}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
