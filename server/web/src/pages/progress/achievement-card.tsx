import { shareDone } from "@beatpass/messages";
import type { AchievementState } from "@beatpass/shared/contracts";
import { formatMoment, formatPercent, formatWhen } from "@beatpass/ui";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import { AchievementEmblem } from "./achievement-emblem.tsx";
import { achievementText } from "./achievement-text.ts";
import { howFar } from "./how-far.ts";

/** One achievement: what it takes, whether and when it was unlocked or how far along one is, and how many hold it. */
export function AchievementCard({ achievement }: { achievement: AchievementState }) {
  const { locale, t } = useLanguage();
  const { name, category, rarity, xp, unlockedAt, holdersShare } = achievement;
  const isUnlocked = unlockedAt !== undefined;
  return (
    <li class={isUnlocked ? `achievement ${rarity} unlocked` : `achievement ${rarity}`} data-slug={achievement.slug}>
      <div class="achievement-head">
        <AchievementEmblem category={category} rarity={rarity} isUnlocked={isUnlocked} />
        <div class="achievement-names">
          <strong class="achievement-name">{name}</strong>
          <p class="achievement-worth">
            <span class="rarity-word">{t(`rarity.${rarity}`)}</span> · {t("progress.gain", { xp })}
          </p>
        </div>
      </div>
      <p class="achievement-how">{achievementText(achievement, t)}</p>
      <div class="achievement-foot">
        {isUnlocked ? <UnlockedOn instant={unlockedAt} /> : <FarAlong achievement={achievement} />}
        <p class="muted">
          {holdersShare === 0
            ? t("progress.holders.none")
            : t("progress.holders", { share: formatPercent(holdersShare, locale) })}
        </p>
      </div>
    </li>
  );
}

function UnlockedOn({ instant }: { instant: string }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const exact = formatMoment(instant, locale);
  return (
    <p class="achievement-state">
      <span aria-hidden="true">✓ </span>
      <span class="hidden-text">{t("progress.unlocked")} </span>
      <time dateTime={instant} title={exact}>
        {formatWhen(instant, locale, now)}
      </time>
    </p>
  );
}

function FarAlong({ achievement }: { achievement: AchievementState }) {
  const { locale, t } = useLanguage();
  const { text, count } = howFar(achievement, t, locale);
  const share = shareDone(achievement);
  return (
    <>
      {share !== undefined && (
        <progress class="bar" max={1} value={share} aria-label={`${achievement.name}, ${count ?? text}`} />
      )}
      <p class="achievement-state">
        <span class="hidden-text">{t("progress.locked")} </span>
        {count ? `${count} · ${text}` : text}
      </p>
    </>
  );
}
