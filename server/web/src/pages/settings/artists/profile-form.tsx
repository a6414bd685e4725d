import type { Account } from "@beatpass/shared/contracts";
import type { TargetedSubmitEvent } from "preact";
import { useSaveAccount } from "../../../api/use-save-account.ts";
import { SavedNote } from "../../../layout/saved-note.tsx";
import { useLanguage } from "../../../settings/language.tsx";

/** The account's own name; the address is what one signs in with. */
export function ProfileForm({ account }: { account: Account }) {
  const { t } = useLanguage();
  const save = useSaveAccount();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ name: String(new FormData(event.currentTarget).get("name")) });
  };
  return (
    <form class="settings-form" onSubmit={submit}>
      <label class="form-field">
        <span>{t("settings.name")}</span>
        <input
          class="field"
          name="name"
          defaultValue={account.name}
          required
          maxLength={100}
          pattern=".*\S.*"
          autocomplete="name"
        />
      </label>
      <button type="submit" class="button" disabled={save.isPending}>
        {t("settings.save")}
      </button>
      <p class="muted">{t("settings.name.means")}</p>
      {!account.demo && <p class="muted">{t("settings.signs_in", { email: account.email })}</p>}
      <SavedNote change={save} />
    </form>
  );
}
