import { sinceText } from "@beatpass/messages";
import { PairStart } from "../pair-start.tsx";
import { locale, t } from "../translate.ts";

/** The session ended or was withdrawn: from when the figures are, and the way back. */
export const SignedOut = ({ server, readAt }: { server: string | null; readAt: string | undefined }) => (
  <section class="card signed-out">
    <h1>{t("popup.signed_out.title")}</h1>
    {readAt && <p class="muted">{t("popup.signed_out.body", { when: sinceText(readAt, new Date(), locale) })}</p>}
    <PairStart server={server} again />
  </section>
);
