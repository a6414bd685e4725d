import type { Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { useLanguage } from "../settings/language.tsx";
import { DeadEnd } from "./dead-end.tsx";

/** A page about a producer's figures, for an account that has no artist profile: a token, or the administrators, bring one. */
export function NoProducer({ session }: { session: Session }) {
  const { t } = useLanguage();
  if (session.user?.admin)
    return (
      <DeadEnd
        title={t("popup.no_artist.title")}
        body={t("home.no_producer.admin")}
        way={{ name: t("nav.admin"), href: PAGES.people }}
      />
    );
  return (
    <DeadEnd
      title={t("dash.no_source.title")}
      body={t("dash.no_source.body", { operator: t("connect.operator") })}
      way={{ name: t("dash.no_source.button"), href: PAGES.connect }}
      other={{ name: t("connect.ask"), href: `${PAGES.settings}#artists` }}
    />
  );
}
