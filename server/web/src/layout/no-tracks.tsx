import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { EmptyNote } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { progressQuery } from "../api/queries.ts";
import { useLanguage } from "../settings/language.tsx";
import { Answer } from "./answer.tsx";

/** What the first track brings, by the rules that the server goes by. */
export function NoTracks() {
  const { t } = useLanguage();
  const query = useQuery(progressQuery);
  return (
    <Answer query={query} shape="list">
      {({ rules }) => (
        <EmptyNote
          title={t("dash.no_tracks.title")}
          body={t("dash.no_tracks.body", { uploadXp: rules.upload, metadataXp: rules.metadata })}
          action={{ label: t("popup.no_tracks.button"), href: BEATPASS_ORIGIN }}
        />
      )}
    </Answer>
  );
}
