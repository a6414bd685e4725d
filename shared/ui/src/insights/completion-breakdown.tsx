import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import { type CompletionBreakdown as Breakdown, COMPLETION_BANDS } from "@beatpass/shared/metrics";
import { formatExact, formatPercent } from "../format/index.ts";

/** How far listeners get: a stacked bar and, below, what each part is, with counts. */
export function CompletionBreakdown({ breakdown, locale }: { breakdown: Breakdown; locale: Locale }) {
  const t = createTranslator(locale);
  const total = COMPLETION_BANDS.reduce((sum, band) => sum + breakdown[band], 0);
  if (total === 0) return <p class="bp-note-body">{t("insights.no_share")}</p>;
  return (
    <>
      <div class="bp-stack" aria-hidden="true">
        {COMPLETION_BANDS.filter((band) => breakdown[band] > 0).map((band) => (
          <div key={band} class={`bp-stack-part bp-part-${band}`} style={{ flexGrow: breakdown[band] }} />
        ))}
      </div>
      <ul class="bp-stack-rows">
        {COMPLETION_BANDS.map((band) => (
          <li key={band} class="bp-stack-row">
            <span class={`bp-stack-swatch bp-part-${band}`} aria-hidden="true" />
            <span>{t(`insights.band.${band}`)}</span>
            <span>{formatExact(breakdown[band], locale)}</span>
            <span class="bp-share-part">{formatPercent(breakdown[band] / total, locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
