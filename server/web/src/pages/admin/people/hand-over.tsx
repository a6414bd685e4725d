import { dateText } from "@beatpass/messages";
import type { InvitationLink } from "@beatpass/shared/contracts";
import { CopyField } from "../../../layout/copy-field.tsx";
import { useLanguage } from "../../../settings/language.tsx";

/** A one-time link, to be handed to the person it is for. It is not shown again. */
export function HandOver({ email, invitation }: { email: string; invitation: InvitationLink }) {
  const { locale, t } = useLanguage();
  const until = dateText(new Date(invitation.expiresAt), locale, { dateStyle: "long" });
  return (
    <div class="hand-over" role="status">
      <p>{t("people.hand_over", { email, until })}</p>
      <CopyField label={t("people.link")} value={invitation.link} />
    </div>
  );
}
