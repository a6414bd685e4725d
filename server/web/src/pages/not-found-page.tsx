import { PAGES } from "@beatpass/shared/links";
import { DeadEnd } from "../layout/dead-end.tsx";
import { useLanguage } from "../settings/language.tsx";

/** For an address at which there is no page. */
export function NotFoundPage() {
  const { t } = useLanguage();
  return (
    <DeadEnd title={t("not_found.title")} body={t("notfound.page")} way={{ name: t("nav.home"), href: PAGES.home }} />
  );
}
