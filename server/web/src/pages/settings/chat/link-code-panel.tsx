import { LinkCode } from "@beatpass/shared/contracts";
import { formatClock } from "@beatpass/ui";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import { callServer } from "../../../api/call-server.ts";
import { identitiesQuery } from "../../../api/queries.ts";
import { problemWords } from "../../../layout/problem-words.ts";
import { useLanguage } from "../../../settings/language.tsx";
import "./chat.css";

const LOOK_AGAIN_MS = 3000;

/** Shows a code once it is asked for. While it is good the list of links is looked at again, since it is used elsewhere. */
export function LinkCodePanel() {
  const { t } = useLanguage();
  const code = useMutation({ mutationFn: () => callServer(LinkCode, "POST", "/v1/identities/codes") });
  const isOver = useIsOver(code.data?.expiresAt);
  useLookAgain(code.data !== undefined && !isOver);
  return (
    <div class="settings-part">
      <p class="muted">{t("settings.chat.means")}</p>
      <div role="status">{code.data && <Code code={code.data} isOver={isOver} />}</div>
      <button
        type="button"
        class={code.data ? "button small link-code-button" : "button primary link-code-button"}
        disabled={code.isPending}
        onClick={() => code.mutate()}
      >
        {t(code.data ? "settings.chat.new_code" : "settings.chat.code")}
      </button>
      {code.isError && (
        <p class="bad" role="alert">
          {problemWords(code.error, t).detail}
        </p>
      )}
    </div>
  );
}

function Code({ code: { code, expiresAt }, isOver }: { code: LinkCode; isOver: boolean }) {
  const { locale, t } = useLanguage();
  if (isOver) return <p>{t("settings.chat.expired")}</p>;
  const time = formatClock(expiresAt, locale);
  return (
    <div class="link-code">
      <output class="link-code-letters">{code}</output>
      <p>{t("settings.chat.enter")}</p>
      <p class="muted">{t("settings.chat.until", { time })}</p>
    </div>
  );
}

function useIsOver(instant: string | undefined): boolean {
  const [over, setOver] = useState<string>();
  useEffect(() => {
    if (instant === undefined) return undefined;
    const timer = setTimeout(() => setOver(instant), Math.max(0, Date.parse(instant) - Date.now()));
    return () => clearTimeout(timer);
  }, [instant]);
  return instant !== undefined && over === instant;
}

function useLookAgain(isOn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: identitiesQuery.queryKey }),
      LOOK_AGAIN_MS,
    );
    return () => clearInterval(timer);
  }, [isOn, client]);
}
