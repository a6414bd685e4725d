import type { Progress, TrackRow } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN, beatPassEditUrl, PAGES } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Link } from "wouter-preact";
import { progressQuery, tracksQuery } from "../../../api/queries.ts";
import { TracksIcon, UploadIcon } from "../../../layout/icons.tsx";
import { useLanguage } from "../../../settings/language.tsx";
import { AchievementEmblem } from "../../progress/achievement-emblem.tsx";
import { achievementText } from "../../progress/achievement-text.ts";
import { howFar } from "../../progress/how-far.ts";
import { listTips, type Tip } from "./list-tips.ts";

/** What to do next for XP; nothing while it is not known. @param demo made-up tracks have no page on BeatPass */
export function TipsPanel({ demo }: { demo: boolean }) {
  const progress = useQuery(progressQuery);
  const tracks = useQuery(tracksQuery);
  if (!progress.data || !tracks.data) return null;
  return <Tips progress={progress.data} tracks={tracks.data.tracks} demo={demo} />;
}

function Tips({ progress, tracks, demo }: { progress: Progress; tracks: readonly TrackRow[]; demo: boolean }) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <section class="panel listing" aria-labelledby={id}>
      <div class="listing-head">
        <h2 id={id}>{t("tips.title")}</h2>
        <Link href={PAGES.progress} className="button small">
          {t("progress.how")}
        </Link>
      </div>
      <ul class="tips">
        {listTips(progress, tracks).map((tip) => (
          <TipRow key={tip.kind} tip={tip} demo={demo} />
        ))}
      </ul>
    </section>
  );
}

function TipRow({ tip, demo }: { tip: Tip; demo: boolean }) {
  const { t, locale } = useLanguage();
  const list = (words: string[]) => new Intl.ListFormat(locale).format(words);
  switch (tip.kind) {
    case "metadata": {
      const { track, missing, others, xp } = tip;
      return (
        <Row
          icon={<TracksIcon />}
          xp={xp}
          more={others > 0 ? t("tips.metadata.others", { others, xp: others * xp }) : t("tips.metadata.last")}
          href={demo ? PAGES.tracks : (beatPassEditUrl(track.id) ?? PAGES.tracks)}
        >
          {t("tips.metadata", { track: track.title, missing: list(missing.map((field) => t(`metadata.${field}`))) })}
        </Row>
      );
    }
    case "upload":
      return (
        <Row icon={<UploadIcon />} xp={tip.xp} more={t("tips.upload.more", tip)} href={BEATPASS_ORIGIN}>
          {t("tips.upload")}
        </Row>
      );
    case "profile":
    case "closest": {
      const { achievement, xp } = tip;
      return (
        <Row
          icon={<AchievementEmblem {...achievement} isUnlocked={false} />}
          rarity={achievement.rarity}
          xp={xp}
          more={[achievement.name, tip.kind === "closest" && howFar(achievement, t, locale).text]
            .filter(Boolean)
            .join(" · ")}
          href={PAGES.progress}
        >
          {achievementText(achievement, t)}
        </Row>
      );
    }
  }
}

function Row(props: {
  icon: ComponentChildren;
  rarity?: string;
  xp: number;
  more: string;
  href: string;
  children: string;
}) {
  const { t } = useLanguage();
  const { icon, rarity, xp, more, href, children } = props;
  return (
    <li class={rarity ? `tip ${rarity}` : "tip"}>
      <span class="tip-icon">{icon}</span>
      <span class="tip-words">
        {href.startsWith("/") ? (
          <Link href={href} className="tip-title">
            <bdi>{children}</bdi>
          </Link>
        ) : (
          <a href={href} class="tip-title" target="_blank" rel="noreferrer">
            <bdi>{children}</bdi>
          </a>
        )}
        <span class="muted">{more}</span>
      </span>
      <strong class="tip-xp">{t("progress.gain", { xp })}</strong>
    </li>
  );
}
