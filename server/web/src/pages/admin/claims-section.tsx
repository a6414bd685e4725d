import { type AskedClaim, AskedClaims } from "@beatpass/shared/contracts";
import { beatPassUrl } from "@beatpass/shared/links";
import { formatWhen } from "@beatpass/ui";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { callServer, tellServer } from "../../api/call-server.ts";
import { peopleQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { problemWords } from "../../layout/problem-words.ts";
import type { Section } from "../../layout/section.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

export const claimsSection: Section = { id: "claims", name: "admin.claims", Body: Claims };

const askedClaimsQuery = queryOptions({
  queryKey: ["admin", "claims"],
  queryFn: () => callServer(AskedClaims, "GET", "/v1/admin/claims"),
});

/** Who asks for which artist. */
function Claims() {
  const { t } = useLanguage();
  return (
    <Answer query={useQuery(askedClaimsQuery)} shape="list">
      {({ claims }) => {
        const waiting = claims.filter(({ status }) => status === "waiting");
        const decided = claims.filter(({ status }) => status !== "waiting");
        return (
          <>
            {waiting.length === 0 ? (
              <p class="muted">{t("admin.claims.none")}</p>
            ) : (
              <ul class="settings-rows" aria-label={t("admin.claims")}>
                {waiting.map((claim) => (
                  <WaitingClaim key={claim.id} claim={claim} />
                ))}
              </ul>
            )}
            {decided.length > 0 && (
              <details class="ask-by-address">
                <summary>{t("admin.claims.decided", { count: decided.length })}</summary>
                <ul class="settings-rows">
                  {decided.map((claim) => (
                    <li key={claim.id} class="settings-row">
                      <ClaimWords claim={claim} />
                      <span class="badge">{t(`admin.claims.${claim.status}`)}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function ClaimWords({ claim: { artist, person, known, tracks, askedAt } }: { claim: AskedClaim }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  return (
    <div class="settings-row-words">
      <span>
        <bdi class="strong">{artist.name}</bdi>{" "}
        <a
          class="muted"
          href={beatPassUrl({ kind: "artist", id: artist.id })}
          target="_blank"
          rel="noreferrer"
          aria-label={t("admin.claims.on_beatpass", { id: artist.id })}
        >
          {artist.id}
        </a>
        <span class="muted"> · {known ? t("claims.tracks", { tracks }) : t("admin.claims.unknown")}</span>
      </span>
      <span class="muted">
        {person.email} · {formatWhen(askedAt, locale, now)}
      </span>
    </div>
  );
}

function WaitingClaim({ claim }: { claim: AskedClaim }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [vouch, setVouch] = useState(false);
  const { id, note, heldBy, completed, person, artist } = claim;
  const decide = useMutation({
    mutationFn: (verdict: "approve" | "decline") =>
      tellServer(
        "POST",
        `/v1/admin/claims/${encodeURIComponent(id)}/${verdict}`,
        verdict === "approve" ? { vouch } : undefined,
      ),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      return client.invalidateQueries({ queryKey: askedClaimsQuery.queryKey });
    },
  });
  return (
    <li class="settings-row claim">
      <ClaimWords claim={claim} />
      {note && (
        <blockquote class="claim-note">
          <bdi>{note}</bdi>
        </blockquote>
      )}
      {person.artists.length > 0 && (
        <p class="muted claim-wide">
          {t("admin.claims.has", { artists: person.artists.map(({ name }) => name).join(", ") })}
        </p>
      )}
      {heldBy && <p class="warn claim-wide">{t("admin.claims.held", { email: heldBy })}</p>}
      {!completed && (
        <label class="check claim-vouch">
          <input type="checkbox" checked={vouch} onChange={({ currentTarget }) => setVouch(currentTarget.checked)} />
          <span>
            {t("admin.claims.vouch")}
            <span class="muted settings-hint">{t("admin.claims.vouch.means")}</span>
          </span>
        </label>
      )}
      <div class="button-row claim-buttons">
        <button type="button" class="button small" disabled={decide.isPending} onClick={() => decide.mutate("decline")}>
          {t("admin.claims.decline")}
          <span class="hidden-text"> {artist.name}</span>
        </button>
        <button
          type="button"
          class="button small primary"
          disabled={decide.isPending || heldBy !== undefined}
          onClick={() => decide.mutate("approve")}
        >
          {t("admin.claims.approve")}
          <span class="hidden-text"> {artist.name}</span>
        </button>
      </div>
      {decide.isError && (
        <p class="bad claim-wide" role="alert">
          {problemWords(decide.error, t).detail}
        </p>
      )}
    </li>
  );
}
