import type { ReleaseCurve } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { formatDate } from "@beatpass/ui";
import { Titled } from "../../../layout/titled.tsx";
import { useLanguage } from "../../../settings/language.tsx";

/** One of the two: which line is its own, title, when it was published. */
export function ComparedTrack({ curve, look }: { curve: ReleaseCurve; look: "line" | "dashed" }) {
  const { locale, t } = useLanguage();
  const { track, publishedOn } = curve;
  return (
    <div class="compared-track">
      <Titled {...track} image={track.image} href={insightsPath({ kind: "track", id: track.id })} />
      <span class="muted compared-since">
        <span class={`bp-legend-key bp-legend-key-${look}`} aria-hidden="true" />
        {t("compare.released", { date: formatDate(publishedOn, locale) })}
      </span>
    </div>
  );
}
