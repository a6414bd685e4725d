import type { TrackRow } from "@beatpass/shared/contracts";
import { METADATA_FIELDS } from "@beatpass/shared/metrics";
import { useLanguage } from "../../settings/language.tsx";

/** How many of the six fields are filled, and which are missing. */
export function Metadata({ track: { metadataFilled, missingMetadata } }: { track: TrackRow }) {
  const { locale, t } = useLanguage();
  const missing = new Intl.ListFormat(locale, { type: "unit" }).format(
    missingMetadata.map((field) => t(`metadata.${field}`)),
  );
  return (
    <span class="metadata">
      <span class="metadata-dots" aria-hidden="true">
        {METADATA_FIELDS.map((field) => (
          <span key={field} class={missingMetadata.includes(field) ? "dot" : "dot filled"} />
        ))}
      </span>
      <span class="metadata-words">
        {t("tracks.metadata", { filled: metadataFilled, total: METADATA_FIELDS.length })}
        <span class="metadata-missing">
          {missing === "" ? t("tracks.metadata.complete") : t("tracks.metadata.missing", { missing })}
        </span>
      </span>
    </span>
  );
}
