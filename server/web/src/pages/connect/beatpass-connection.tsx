import type { BeatPassConnection, Session } from "@beatpass/shared/contracts";
import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { useEffect, useRef, useState } from "preact/hooks";
import { beatPassQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { Connected } from "./connected.tsx";
import { Reading } from "./reading.tsx";
import { TokenForm } from "./token-form.tsx";
import "./connect.css";

/** The connection with BeatPass in each of its states: none, being read, connected. */
export function BeatPassConnectionPanel({ session }: { session: Session }) {
  const { t } = useLanguage();
  const query = useQuery(beatPassQuery);
  const [isGone, setGone] = useState(false);
  useFiguresAfterReading(query.data?.connection);
  if (session.producer?.demo) return <p class="muted">{t("connect.demo")}</p>;
  return (
    <div class="connect">
      <Answer query={query} shape="list">
        {({ connection }) => {
          if (!connection) return <NotConnected isGone={isGone} />;
          if (connection.reading && !connection.lastReadAt) return <Reading reading={connection.reading} />;
          return <Connected connection={connection} onDisconnected={() => setGone(true)} />;
        }}
      </Answer>
    </div>
  );
}

function NotConnected({ isGone }: { isGone: boolean }) {
  const { t } = useLanguage();
  return (
    <>
      {isGone && <p role="status">{t("connect.disconnected")}</p>}
      <p class="muted">{t("dash.no_source.body", { operator: t("connect.operator") })}</p>
      <TokenForm button={t("dash.no_source.button")} />
    </>
  );
}

/** A reading that has just ended changed every figure, and perhaps whose they are. */
function useFiguresAfterReading(connection: BeatPassConnection | undefined): void {
  const client = useQueryClient();
  const wasReading = useRef(false);
  const isReading = connection?.reading !== undefined;
  useEffect(() => {
    if (wasReading.current && !isReading)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== beatPassQuery.queryKey[0] });
    wasReading.current = isReading;
  }, [isReading, client]);
}
