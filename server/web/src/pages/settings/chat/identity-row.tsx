import { dateText } from "@beatpass/messages";
import type { ChatPlatform, Identities } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { tellServer } from "../../../api/call-server.ts";
import { identitiesQuery } from "../../../api/queries.ts";
import { ConfirmDialog } from "../../../layout/confirm-dialog.tsx";
import { problemWords } from "../../../layout/problem-words.ts";
import { useLanguage } from "../../../settings/language.tsx";

type Identity = Identities["identities"][number];
const PLATFORM: Record<ChatPlatform, string> = { discord: "Discord", slack: "Slack" };

/** A linked person, and the way to undo it. */
export function IdentityRow({ identity }: { identity: Identity }) {
  const { platform, id, name, workspace, linkedAt, unreachableSince } = identity;
  const { locale, t } = useLanguage();
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const unlink = useMutation({
    mutationFn: () => tellServer("DELETE", `/v1/identities/${platform}/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: identitiesQuery.queryKey }),
  });
  const dateOf = (instant: string) => dateText(new Date(instant), locale, { dateStyle: "medium" });
  const where = { platform: PLATFORM[platform], date: dateOf(linkedAt) };
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <bdi class="strong">{name}</bdi>
        <span class="muted">
          {workspace === undefined
            ? t("settings.chat.since", where)
            : t("settings.chat.workspace", { ...where, workspace })}
        </span>
        {unreachableSince && (
          <span class="warn">{t("settings.chat.unreachable", { ...where, date: dateOf(unreachableSince) })}</span>
        )}
      </div>
      <button type="button" class="button small" onClick={() => setAsks(true)}>
        {t("settings.chat.unlink")}
        <span class="hidden-text"> {name}</span>
      </button>
      {asks && (
        <ConfirmDialog
          title={t("settings.chat.unlink.title", { name })}
          confirm={t("settings.chat.unlink")}
          isBusy={unlink.isPending}
          onConfirm={() => unlink.mutate(undefined, { onSuccess: () => setAsks(false) })}
          onClose={() => setAsks(false)}
        >
          <p>{t("settings.chat.unlink.means", { platform: PLATFORM[platform] })}</p>
          {unlink.isError && (
            <p class="bad" role="alert">
              {problemWords(unlink.error, t).detail}
            </p>
          )}
        </ConfirmDialog>
      )}
    </li>
  );
}
