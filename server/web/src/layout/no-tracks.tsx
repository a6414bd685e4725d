import { RULEBOOKS } from "@beatpass/shared/rules";
import { EmptyNote } from "@beatpass/ui";
import { useLanguage } from "../settings/language.tsx";

/** The classic rulebook's figures: what every deployment's uploads and metadata earn. */
export function NoTracks() {
  const { t } = useLanguage();
  const { upload, metadata } = RULEBOOKS.classic;
  return (
    <EmptyNote
      title={t("dash.no_tracks.title")}
      body={t("dash.no_tracks.body", { uploadXp: upload, metadataXp: metadata })}
      action={{ label: t("popup.no_tracks.button"), href: "https://open.beatpass.ca" }}
    />
  );
}
