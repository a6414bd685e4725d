import type { Session } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { EmptyNote } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useEffect, useId } from "preact/hooks";
import { tracksQuery } from "../../../api/queries.ts";
import { useLanguage } from "../../../settings/language.tsx";

/** The second track, chosen among one's own: the most played one until another is. */
export function OtherTrack(props: {
  id: string;
  otherId: string;
  session: Session;
  onChoose: (id: string, options?: { replace: boolean }) => void;
  children: ComponentChildren;
}) {
  const { id, otherId, session, onChoose, children } = props;
  const { t } = useLanguage();
  const field = useId();
  const tracks = useQuery({ ...tracksQuery, enabled: session.producer !== undefined });
  const others = tracks.data?.tracks.filter((track) => track.id !== id) ?? [];
  const mostPlayed = others[0]?.id;
  useEffect(() => {
    if (otherId === "" && mostPlayed !== undefined) onChoose(mostPlayed, { replace: true });
  }, [otherId, mostPlayed]);
  if (tracks.data && others.length === 0 && otherId === "") {
    return (
      <EmptyNote
        title={t("compare.none.title")}
        body={t("compare.none.body")}
        action={{ label: t("popup.no_tracks.button"), href: BEATPASS_ORIGIN }}
      />
    );
  }
  const isListed = others.some((track) => track.id === otherId);
  return (
    <div class="compared-other">
      {children}
      {others.length > 0 && (
        <>
          <label class="label" for={field}>
            {t("compare.with")}
          </label>
          <select
            id={field}
            class="field small"
            value={isListed ? otherId : ""}
            onChange={({ currentTarget }) => onChoose(currentTarget.value)}
          >
            {!isListed && (
              <option value="" disabled>
                {t("compare.choose")}
              </option>
            )}
            {others.map((track) => (
              <option key={track.id} value={track.id}>
                {track.title}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
