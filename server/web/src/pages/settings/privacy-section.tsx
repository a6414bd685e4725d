import { Privacy } from "@beatpass/shared/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { callServer } from "../../api/call-server.ts";
import { privacyQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { SavedNote } from "../../layout/saved-note.tsx";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";
import { AnnouncedTable, ToldTable } from "./privacy/switch-tables.tsx";

export const privacySection: Section = {
  id: "privacy",
  name: "settings.privacy",
  needs: "producer",
  Body: PrivacyChoices,
};

/** What others may see and hear, and what one is told privately; each switch holds at once. */
function PrivacyChoices() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const query = useQuery(privacyQuery);
  const save = useMutation({
    mutationFn: (wanted: Privacy) => callServer(Privacy, "PUT", "/v1/privacy", wanted),
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey: privacyQuery.queryKey });
      const before = client.getQueryData(privacyQuery.queryKey);
      client.setQueryData(privacyQuery.queryKey, wanted);
      return { before };
    },
    // A switch never shows what does not hold.
    onError: (_error, _wanted, kept) => client.setQueryData(privacyQuery.queryKey, kept?.before),
    onSuccess: () => client.invalidateQueries({ queryKey: ["leaderboards"] }),
  });
  return (
    <Answer query={query} shape="list">
      {(privacy) => (
        <>
          <div class="settings-checks">
            <Check
              label={t("settings.on_boards")}
              hint={t("settings.on_boards.means")}
              checked={privacy.onBoards}
              onChange={(onBoards) => save.mutate({ ...privacy, onBoards })}
            />
            <Check
              label={t("link.page.named")}
              hint={t("settings.named.means")}
              checked={privacy.named}
              onChange={(named) => save.mutate({ ...privacy, named })}
            />
          </div>
          <AnnouncedTable privacy={privacy} onChange={save.mutate} />
          <ToldTable privacy={privacy} onChange={save.mutate} />
          <SavedNote change={save} />
        </>
      )}
    </Answer>
  );
}

function Check(props: { label: string; hint: string; checked: boolean; onChange: (checked: boolean) => void }) {
  const { label, hint, checked, onChange } = props;
  return (
    <label class="check settings-check">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>
        {label}
        <span class="muted settings-hint">{hint}</span>
      </span>
    </label>
  );
}
