import type { Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { useLanguage } from "../settings/language.tsx";
import { DeadEnd } from "./dead-end.tsx";

/** A page about a producer's figures, for an account that has no artist profile. */
export function NoProducer({ session }: { session: Session }) {
  const { t } = useLanguage();
  const isAdmin = session.user?.admin ?? false;
  return (
    <DeadEnd
      title={t("popup.no_artist.title")}
      body={t(isAdmin ? "home.no_producer.admin" : "home.no_producer.body")}
      way={
        isAdmin
          ? { name: t("nav.admin"), href: PAGES.people }
          : { name: t("popup.no_artist.button"), href: `${PAGES.settings}#artists` }
      }
    />
  );
}
