import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { tellServer } from "../api/call-server.ts";
import { useLanguage } from "../settings/language.tsx";
import { problemWords } from "./problem-words.ts";

type Props = {
  name: string;
  facts: string;
  /** What is deleted to revoke it, and the list that lacks it then. */
  path: string;
  listed: readonly string[];
  /** What the button says. */
  revoke: string;
  /** What stands in the button's place once it is revoked. */
  ended?: string | undefined;
  /** Beside the button. */
  children?: ComponentChildren;
};

/** A row of something that lets in whoever holds it, with the way to end that. */
export function RevocableRow({ name, facts, path, listed, revoke, ended, children }: Props) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => tellServer("DELETE", path),
    onSuccess: () => client.invalidateQueries({ queryKey: listed }),
  });
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <bdi class="strong">{name}</bdi>
        <span class="muted">{facts}</span>
      </div>
      {children}
      {ended ? (
        <span class="muted">{ended}</span>
      ) : (
        <button type="button" class="button small" disabled={revoking.isPending} onClick={() => revoking.mutate()}>
          {revoke}
          <span class="hidden-text"> {name}</span>
        </button>
      )}
      {revoking.isError && (
        <p class="bad" role="alert">
          {problemWords(revoking.error, t).detail}
        </p>
      )}
    </li>
  );
}
