import { PAGES, type SubjectRef } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import { publicArtistQuery } from "../../api/queries.ts";
import { DeadEnd } from "../../layout/dead-end.tsx";
import { useLanguage } from "../../settings/language.tsx";

/** The same words whether or not there is such a track, album or artist; of an artist what everybody may see. */
export function NotForYou({ subject: { kind, id } }: { subject: SubjectRef }) {
  const { t } = useLanguage();
  const { data } = useQuery({ ...publicArtistQuery(id), enabled: kind === "artist" });
  const { level, title } = data ?? {};
  const isPublic = level !== undefined && title !== undefined;
  return (
    <DeadEnd
      title={t(`denied.${kind}.title`)}
      body={`${t(`denied.${kind}.body`)}${isPublic ? ` ${t("denied.artist.public", { level, title })}` : ""}`}
      way={{ name: t("denied.track.button"), href: PAGES.settings }}
    />
  );
}
