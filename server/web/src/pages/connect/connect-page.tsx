import type { Session } from "@beatpass/shared/contracts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { BeatPassConnectionPanel } from "./beatpass-connection.tsx";

/** Where a producer connects BeatPass, renews the token and sees how the connection stands. */
export function ConnectPage({ session }: { session: Session }) {
  const { t } = useLanguage();
  usePageTitle(t("connect.title"));
  return (
    <section class="narrow connect-page">
      <h1>{t("connect.title")}</h1>
      <div class="panel">
        <BeatPassConnectionPanel session={session} />
      </div>
    </section>
  );
}
