import { type BeatPassConnection, BeatPassSource } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useId } from "preact/hooks";
import { callServer } from "../../api/call-server.ts";
import { beatPassQuery } from "../../api/queries.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

/** Asks the server to read BeatPass again. Where that is too soon, it says when it is not. */
export function ReadNow({ connection: { reading, nextReadingAt } }: { connection: BeatPassConnection }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const now = useNow();
  const id = useId();
  const ask = useMutation({
    mutationFn: () => callServer(BeatPassSource, "POST", "/v1/sources/beatpass/reading"),
    onSuccess: (source) => client.setQueryData(beatPassQuery.queryKey, source),
  });
  const wait = nextReadingAt === undefined ? 0 : Date.parse(nextReadingAt) - now.getTime();
  const isTooSoon = wait > 0 && !reading;
  return (
    <div class="connect-read">
      <button
        type="button"
        class="button small"
        disabled={ask.isPending || isTooSoon || reading !== undefined}
        aria-describedby={isTooSoon ? id : undefined}
        onClick={() => ask.mutate()}
      >
        {t("connect.read_now")}
      </button>
      {isTooSoon && (
        <p id={id} class="muted hint">
          {t("connect.read_now.next", { minutes: Math.ceil(wait / 60_000) })}
        </p>
      )}
      {ask.isError && (
        <p class="bad" role="alert">
          {problemWords(ask.error, t).detail}
        </p>
      )}
    </div>
  );
}
