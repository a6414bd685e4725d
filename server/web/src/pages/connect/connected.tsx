import type { BeatPassConnection } from "@beatpass/shared/contracts";
import { insightsPath, PAGES } from "@beatpass/shared/links";
import { formatDate, formatExact, formatWhen } from "@beatpass/ui";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { tellServer } from "../../api/call-server.ts";
import { ConfirmDialog } from "../../layout/confirm-dialog.tsx";
import { problemWords } from "../../layout/problem-words.ts";
import { HistoryNote } from "../../layout/source/history-note.tsx";
import { TokenWords } from "../../layout/source/token-words.tsx";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import "../../layout/source/source.css";
import { ReadNow } from "./read-now.tsx";
import { Reading } from "./reading.tsx";
import { TokenForm } from "./token-form.tsx";

/** A connection that has been read: what it is, how its token stands, and the ways to renew or end it. */
export function Connected(props: { connection: BeatPassConnection; onDisconnected: () => void }) {
  const { connection, onDisconnected } = props;
  const { locale, t } = useLanguage();
  const [isReplacing, setReplacing] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { token, caughtUp, reading, historyStart } = connection;
  const isOver = token.state === "ended" || token.state === "refused" || token.state === "no-upload";
  const needsToken = isOver || token.state === "soon";
  return (
    <>
      {needsToken && <TokenWords token={token} figuresFrom={connection.lastReadAt} />}
      {!needsToken && caughtUp !== undefined && (
        <p role="status">{t("token.renewed", { date: formatDate(token.expiresAt, locale), plays: caughtUp })}</p>
      )}
      <Facts connection={connection} />
      {historyStart && <HistoryNote start={historyStart} />}
      {reading && <Reading reading={reading} />}
      {!isOver && <ReadNow connection={connection} />}
      {isOver || isReplacing ? (
        <TokenForm button={t("token.soon.button")} {...(!isOver && { onCancel: () => setReplacing(false) })} />
      ) : null}
      <div class="button-row start">
        {!isOver && !isReplacing && (
          <>
            <Link href={PAGES.home} className={needsToken ? "button" : "button primary"}>
              {t("connect.to_dashboard")}
            </Link>
            <button type="button" class={needsToken ? "button primary" : "button"} onClick={() => setReplacing(true)}>
              {needsToken ? t("token.soon.button") : t("connect.replace")}
            </button>
          </>
        )}
        <button type="button" class="button danger" onClick={() => setLeaving(true)}>
          {t("connect.disconnect")}
        </button>
      </div>
      {isLeaving && <Disconnect onClose={() => setLeaving(false)} onDone={onDisconnected} />}
    </>
  );
}

function Facts({ connection }: { connection: BeatPassConnection }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const { artist, connectedAt, lastReadAt, tracks, token } = connection;
  const works = token.state === "valid" || token.state === "soon";
  return (
    <dl class="facts">
      <dt>{t("connect.artist")}</dt>
      <dd>
        <Link href={insightsPath({ kind: "artist", id: artist.id })}>
          <bdi>{artist.name}</bdi>
        </Link>
      </dd>
      {tracks !== undefined && (
        <>
          <dt>{t("connect.tracks")}</dt>
          <dd>{formatExact(tracks, locale)}</dd>
        </>
      )}
      <dt>{t("connect.since")}</dt>
      <dd>{formatDate(connectedAt, locale)}</dd>
      {lastReadAt && (
        <>
          <dt>{t("connect.last_read")}</dt>
          <dd>{formatWhen(lastReadAt, locale, now)}</dd>
        </>
      )}
      {works && (
        <>
          <dt>{t("connect.until")}</dt>
          <dd>{t("connect.until.date", { date: formatDate(token.expiresAt, locale), days: token.days })}</dd>
        </>
      )}
    </dl>
  );
}

function Disconnect({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => tellServer("DELETE", "/v1/sources/beatpass"),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries();
    },
  });
  return (
    <ConfirmDialog
      title={t("connect.disconnect.title")}
      confirm={t("connect.disconnect")}
      isBusy={leave.isPending}
      onConfirm={() => leave.mutate()}
      onClose={onClose}
    >
      <p>{t("connect.disconnect.body")}</p>
      {leave.isError && (
        <p class="bad" role="alert">
          {problemWords(leave.error, t).detail}
        </p>
      )}
    </ConfirmDialog>
  );
}
