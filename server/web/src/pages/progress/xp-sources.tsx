import type { Progress } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { levelForXp } from "@beatpass/shared/rules";
import { EmptyNote, formatExact, formatPercent, MetricName } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { xpArithmetic } from "./arithmetic.ts";
import { HowXpWorks } from "./how-xp-works.tsx";
import { ruleWords, worthOfOne } from "./rule-words.ts";

/** Where the XP came from, with what each source pays beside it. */
export function XpSources({ progress }: { progress: Progress }) {
  const { locale, t } = useLanguage();
  const { upload } = progress.rules;
  return (
    <section class="panel xp-panel" aria-labelledby="sources-title">
      <div class="xp-panel-head">
        <h2 id="sources-title">{t("progress.sources")}</h2>
        <MetricName slug="xp" locale={locale} numbers={xpArithmetic(progress, locale)}>
          {t("progress.xp", { xp: progress.xp })}
        </MetricName>
      </div>
      {progress.xp === 0 && (
        <EmptyNote
          title={t("popup.no_tracks.title")}
          body={t("popup.no_tracks.body", { uploadXp: upload, level: levelForXp(upload) })}
          action={{ label: t("popup.no_tracks.button"), href: BEATPASS_ORIGIN }}
        />
      )}
      <ul class="xp-sources">
        {progress.sources.map((source) => (
          <Source key={source.source} {...source} progress={progress} />
        ))}
      </ul>
      <HowXpWorks progress={progress} />
    </section>
  );
}

function Source({ source, xp, count, progress }: Progress["sources"][number] & { progress: Progress }) {
  const { locale, t } = useLanguage();
  const one = worthOfOne(source, progress);
  const share = progress.xp === 0 ? 0 : xp / progress.xp;
  return (
    <li class="xp-source">
      <span class="xp-source-name">{t(`progress.source.${source}`)}</span>
      <span class="xp-source-product muted">
        {/* XP of an earlier rulebook, or reported by BeatPass, is no such product. */}
        {one !== undefined && one * count === xp
          ? t("progress.product", { count, xp: one })
          : formatExact(count, locale)}
      </span>
      <strong class="xp-source-xp">{formatExact(xp, locale)}</strong>
      <span class="xp-source-share muted">{progress.xp > 0 && formatPercent(share, locale)}</span>
      <span class="xp-source-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span class="xp-source-rule muted">{ruleWords(source, progress, t, locale)}</span>
    </li>
  );
}
