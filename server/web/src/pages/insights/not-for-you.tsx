import { PAGES, type SubjectKind } from "@beatpass/shared/links";
import { DeadEnd } from "../../layout/dead-end.tsx";
import { useLanguage } from "../../settings/language.tsx";

/** The same words whether or not there is such a track, album or artist. */
export function NotForYou({ kind }: { kind: SubjectKind }) {
  const { t } = useLanguage();
  return (
    <DeadEnd
      title={t(`denied.${kind}.title`)}
      body={t(`denied.${kind}.body`)}
      way={{ name: t("nav.home"), href: PAGES.home }}
    />
  );
}
