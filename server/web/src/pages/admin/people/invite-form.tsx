import { InvitationLink } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { callServer } from "../../../api/call-server.ts";
import { peopleQuery } from "../../../api/queries.ts";
import { ServerProblem } from "../../../api/server-problem.ts";
import { problemWords } from "../../../layout/problem-words.ts";
import { useLanguage } from "../../../settings/language.tsx";
import { HandOver } from "./hand-over.tsx";

type Wanted = { email: string; admin: boolean; producerId?: string };

/** Makes an account and shows its one-time link: no e-mail is sent. */
export function InviteForm() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (wanted: Wanted) => callServer(InvitationLink, "POST", "/v1/admin/people", wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const producerId = String(form.get("producer")).trim();
    const email = String(form.get("email")).trim();
    const wanted = { email, admin: form.has("admin"), ...(producerId !== "" && { producerId }) };
    invite.mutate(wanted, { onSuccess: () => element.reset() });
  };
  return (
    <form class="invite" onSubmit={submit}>
      <h3 class="invite-wide">{t("people.invite")}</h3>

      <label class="form-field">
        <span>{t("sign_in.email")}</span>
        <input class="field" type="email" name="email" autocomplete="off" maxLength={200} required />
      </label>
      <label class="form-field">
        <span>{t("people.producer")}</span>
        <input class="field" name="producer" autocomplete="off" maxLength={200} aria-describedby="producer-hint" />
      </label>
      <label class="check">
        <input type="checkbox" name="admin" />
        <span>{t("people.admin")}</span>
      </label>
      <div class="button-row">
        <button type="submit" class="button primary" disabled={invite.isPending}>
          {t("people.invite.button")}
        </button>
      </div>
      <p id="producer-hint" class="muted invite-wide">
        {t("people.producer.hint")}
      </p>
      {invite.isError && <InviteFailed error={invite.error} wanted={invite.variables} />}
      {invite.data && (
        <div class="invite-wide">
          <HandOver email={invite.variables.email} invitation={invite.data} />
        </div>
      )}
    </form>
  );
}

function InviteFailed({ error, wanted }: { error: Error; wanted: Wanted }) {
  const { t } = useLanguage();
  const isTaken = error instanceof ServerProblem && error.code === "conflict";
  return (
    <p class="bad invite-wide" role="alert">
      {isTaken ? t("people.taken", { email: wanted.email }) : problemWords(error, t).detail}
    </p>
  );
}
