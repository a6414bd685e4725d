import type { Claim } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { tellServer } from "../../../api/call-server.ts";
import { claimsQuery } from "../../../api/queries.ts";
import { problemWords } from "../../../layout/problem-words.ts";
import { useNow } from "../../../layout/use-now.ts";
import { useLanguage } from "../../../settings/language.tsx";

/** What became of the artists one asked for; approved ones are among one's profiles. */
export function OwnClaims() {
  const { t } = useLanguage();
  const claims = useQuery(claimsQuery).data?.claims.filter(({ status }) => status !== "approved") ?? [];
  if (claims.length === 0) return null;
  return (
    <div class="settings-part">
      <h3>{t("claims.own")}</h3>
      <ul class="settings-rows">
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </ul>
    </div>
  );
}

function ClaimRow({ claim: { id, artist, status, askedAt } }: { claim: Claim }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => tellServer("DELETE", `/v1/claims/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: claimsQuery.queryKey }),
  });
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <bdi class="strong">{artist.name}</bdi>
        <span class="muted">
          {t(status === "waiting" ? "claims.waiting" : "claims.declined")} · {formatWhen(askedAt, locale, now)}
        </span>
      </div>
      {status === "waiting" && (
        <button type="button" class="button small" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t("claims.withdraw")}
          <span class="hidden-text"> {artist.name}</span>
        </button>
      )}
      {withdraw.isError && (
        <p class="bad" role="alert">
          {problemWords(withdraw.error, t).detail}
        </p>
      )}
    </li>
  );
}
