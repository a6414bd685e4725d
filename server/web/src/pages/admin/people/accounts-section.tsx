import { dateText } from "@beatpass/messages";
import { InvitationLink, type Person } from "@beatpass/shared/contracts";
import { useMutation, useQuery } from "@tanstack/preact-query";
import { callServer } from "../../../api/call-server.ts";
import { peopleQuery } from "../../../api/queries.ts";
import { Answer } from "../../../layout/answer.tsx";
import { problemWords } from "../../../layout/problem-words.ts";
import type { Section } from "../../../layout/section.ts";
import { useLanguage } from "../../../settings/language.tsx";
import { HandOver } from "./hand-over.tsx";
import { InviteForm } from "./invite-form.tsx";

export const accountsSection: Section = { id: "accounts", name: "people.list", Body: Accounts };

/** Who has an account here, and the one-time links that let them in. */
function Accounts() {
  const { t } = useLanguage();
  return (
    <>
      <InviteForm />
      <Answer query={useQuery(peopleQuery)} shape="list">
        {({ people }) => (
          <ul class="settings-rows" aria-label={t("people.list")}>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function PersonRow({ person }: { person: Person }) {
  const { locale, t } = useLanguage();
  const newLink = useMutation({
    mutationFn: () => callServer(InvitationLink, "POST", `/v1/admin/people/${encodeURIComponent(person.id)}/link`),
  });
  const since = dateText(new Date(person.createdAt), locale, { dateStyle: "medium" });
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <span class="strong">{person.email}</span>
        <span class="muted">
          {person.producer ? <bdi>{person.producer.name}</bdi> : t("people.no_producer")}
          {" · "}
          {t("people.since", { date: since })}
        </span>
      </div>
      <div class="badges">
        {person.admin && <span class="badge accent">{t("people.admin")}</span>}
        <span class="badge">{t(person.hasPassword ? "people.active" : "people.invited")}</span>
      </div>
      <button type="button" class="button small" disabled={newLink.isPending} onClick={() => newLink.mutate()}>
        {t("people.new_link")}
        <span class="hidden-text"> {person.email}</span>
      </button>
      {newLink.isError && (
        <p class="bad claim-wide" role="alert">
          {problemWords(newLink.error, t).detail}
        </p>
      )}
      {newLink.data && (
        <div class="claim-wide">
          <HandOver email={person.email} invitation={newLink.data} />
        </div>
      )}
    </li>
  );
}
