import type { MessageKey } from "@beatpass/messages";
import { DEMO_ACTIONS, type DemoActionName, type DemoChannels } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { tellServer } from "../../api/call-server.ts";
import { channelsQuery, dashboardQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { OutIcon } from "../../layout/icons.tsx";
import { problemWords } from "../../layout/problem-words.ts";
import { useLanguage } from "../../settings/language.tsx";

/** Makes real things happen to the demo's people. */
export function DemoControls({ channels }: { channels: DemoChannels }) {
  const { t } = useLanguage();
  return (
    <div class="demo-controls">
      {DEMO_ACTIONS.map((action) => (
        <ActionButton key={action} action={action} />
      ))}
      <p class="muted demo-track">{t("channels.track", { track: channels.track.title })}</p>
      <a class="site-link" href={channels.siteUrl} target="_blank" rel="noopener">
        <OutIcon />
        {t("channels.site")}
      </a>
    </div>
  );
}

const NONE_LEFT: Partial<Record<DemoActionName, MessageKey>> = {
  unlock: "channels.unlock.none",
  "number-one": "channels.number-one.none",
};

function ActionButton({ action }: { action: DemoActionName }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => tellServer("POST", "/v1/demo/actions", { action }),
    onSuccess: () =>
      Promise.all(
        [channelsQuery.queryKey, dashboardQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  const isOver = act.error instanceof ServerProblem && act.error.code === "conflict";
  const over = NONE_LEFT[action];
  // Plays may be sent as fast as one presses; the others take a moment, and once is enough.
  const isBusy = action !== "play" && act.isPending;
  return (
    <>
      <button
        type="button"
        class={action === "play" ? "button primary" : "button"}
        disabled={isBusy}
        onClick={() => act.mutate()}
      >
        {t(`channels.${action}`)}
      </button>
      {act.isError && (
        <p class="muted" role="alert">
          {isOver && over ? t(over) : problemWords(act.error, t).detail}
        </p>
      )}
    </>
  );
}
