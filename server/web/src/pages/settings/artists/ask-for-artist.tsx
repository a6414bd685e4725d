import { type ClaimWanted, type FoundArtist, FoundArtists } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import { callServer, tellServer } from "../../../api/call-server.ts";
import { claimsQuery } from "../../../api/queries.ts";
import { problemWords } from "../../../layout/problem-words.ts";
import { useLanguage } from "../../../settings/language.tsx";

/** Finds an artist profile and asks for it; one that this server does not know is asked for by its address. */
export function AskForArtist({ isFirst }: { isFirst: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const find = useMutation({
    mutationFn: (q: string) => callServer(FoundArtists, "GET", `/v1/claims/artists?${new URLSearchParams({ q })}`),
  });
  const ask = useMutation({
    mutationFn: (wanted: ClaimWanted) => tellServer("POST", "/v1/claims", wanted),
    onSuccess: (_done, { name, artist }) => {
      setAsked(name ?? artist);
      find.reset();
      return client.invalidateQueries({ queryKey: claimsQuery.queryKey });
    },
  });
  const search = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(undefined);
    ask.reset();
    find.mutate(String(new FormData(event.currentTarget).get("q")));
  };
  return (
    <div class="settings-part">
      <h3>{t(isFirst ? "claims.first" : "claims.another")}</h3>
      <p class="muted">{t("claims.how")}</p>
      <form class="settings-form" onSubmit={search}>
        <label class="form-field">
          <span>{t("claims.search")}</span>
          <input class="field" name="q" type="search" required maxLength={200} pattern=".*\S.*" autocomplete="off" />
        </label>
        <button type="submit" class="button" disabled={find.isPending}>
          {t("claims.search.button")}
        </button>
      </form>
      {[find.error, ask.error].map(
        (error, index) =>
          error && (
            <p key={String(index)} class="bad" role="alert">
              {problemWords(error, t).detail}
            </p>
          ),
      )}
      <p role="status" class="good asked">
        {asked !== undefined && t("claims.asked", { name: asked })}
      </p>
      {find.data && (
        <>
          <Found artists={find.data.artists} isBusy={ask.isPending} onAsk={ask.mutate} />
          <AskByAddress isBusy={ask.isPending} onAsk={ask.mutate} />
        </>
      )}
    </div>
  );
}

type Ask = { isBusy: boolean; onAsk: (wanted: ClaimWanted) => void };

function Found({ artists, isBusy, onAsk }: Ask & { artists: FoundArtist[] }) {
  const { t } = useLanguage();
  if (artists.length === 0) return <p>{t("claims.none")}</p>;
  return (
    <ul class="settings-rows" aria-label={t("claims.found")}>
      {artists.map(({ id, name, tracks, owner }) => (
        <li key={id} class="settings-row">
          <div class="settings-row-words">
            <bdi class="strong">{name}</bdi>
            <span class="muted">
              {id} · {t("claims.tracks", { tracks })}
            </span>
          </div>
          {owner === "nobody" ? (
            <button type="button" class="button small" disabled={isBusy} onClick={() => onAsk({ artist: id, name })}>
              {t("claims.ask")}
              <span class="hidden-text"> {name}</span>
            </button>
          ) : (
            <span class="badge">{t(owner === "me" ? "claims.mine" : "claims.taken")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function AskByAddress({ isBusy, onAsk }: Ask) {
  const { t } = useLanguage();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onAsk({ artist: String(form.get("artist")), name: String(form.get("name")) });
  };
  return (
    <details class="ask-by-address">
      <summary>{t("claims.not_listed")}</summary>
      <form class="form" onSubmit={submit}>
        <label class="form-field">
          <span>{t("claims.address")}</span>
          <input
            class="field"
            name="artist"
            required
            maxLength={2000}
            pattern=".*\S.*"
            autocomplete="off"
            placeholder="https://open.beatpass.ca/artist/…"
          />
        </label>
        <label class="form-field">
          <span>{t("claims.name")}</span>
          <input class="field" name="name" required maxLength={300} pattern=".*\S.*" autocomplete="off" />
        </label>
        <div class="button-row">
          <button type="submit" class="button" disabled={isBusy}>
            {t("claims.ask")}
          </button>
        </div>
      </form>
    </details>
  );
}
