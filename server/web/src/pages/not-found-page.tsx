import { PAGES } from "@beatpass/shared/links";
import { Link } from "wouter-preact";
import { usePageTitle } from "../layout/use-page-title.ts";
import { useLanguage } from "../settings/language.tsx";

/** For an address at which there is no page. */
export function NotFoundPage() {
  const { t } = useLanguage();
  usePageTitle(t("not_found.title"));
  return (
    <section class="panel note">
      <h1>{t("not_found.title")}</h1>
      <p>{t("notfound.page")}</p>
      <Link href={PAGES.home} className="button primary">
        {t("nav.home")}
      </Link>
    </section>
  );
}
