import type { CommunityAdmin, CommunitySettings } from "@beatpass/shared/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import { ServerProblem } from "../../api/server-problem.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { useLanguage } from "../../settings/language.tsx";
import { PLATFORMS } from "../channels/platforms.tsx";
import { ChangesSection } from "./changes-section.tsx";
import { communityQuery, placesQuery, saveCommunity } from "./community-queries.ts";
import { changedFields } from "./draft.ts";
import { LoudSection } from "./loud-section.tsx";
import { usePlatformWords } from "./platform-words.ts";
import { PreviewSection } from "./preview-section.tsx";
import { choosesBarred, RolesSection } from "./roles-section.tsx";
import { SetUpDone } from "./set-up-done.tsx";
import { WhenSection } from "./when-section.tsx";
import { WhereSection } from "./where-section.tsx";
import { WhoSection } from "./who-section.tsx";

/** Everything of a community that can be set; nothing holds before it is saved, and saving asks the platform. */
export function SettingsForm({ admin }: { admin: CommunityAdmin }) {
  const { community, settings: saved } = admin;
  const t = usePlatformWords(community.platform);
  const client = useQueryClient();
  const places = useQuery(placesQuery(community.id, !community.demo));
  const [edited, setEdited] = useState<Partial<CommunitySettings>>({});
  const [isFirst, setIsFirst] = useState(false);
  const settings = { ...saved, ...edited };
  const changes = changedFields(saved, settings);
  const save = useMutation({
    mutationFn: (wanted: Partial<CommunitySettings>) => saveCommunity(community.id, wanted),
    onSuccess: (now) => {
      client.setQueryData(communityQuery(community.id).queryKey, now);
      setEdited({});
      setIsFirst(saved.channelId === null && now.settings.channelId !== null);
    },
  });
  const change = (more: Partial<CommunitySettings>) => {
    save.reset();
    setEdited((before) => ({ ...before, ...more }));
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(changes);
  };
  const draft = { settings, change };
  return (
    <form class="community-form" onSubmit={submit}>
      {isFirst && <SetUpDone admin={admin} places={places.data} />}
      <div class="community-columns">
        <div class="community-column">
          {!community.demo && places.isPending && (
            <p class="muted" role="status">
              {t("community.places.asking")}
            </p>
          )}
          {places.isError && (
            <p class="warn" role="status">
              ⚠ {t("community.places.failed")}{" "}
              <button type="button" class="text-button" onClick={() => void places.refetch()}>
                {t("community.places.retry")}
              </button>
            </p>
          )}
          <WhereSection {...draft} platform={community.platform} places={places.data} />
          <LoudSection {...draft} />
          <WhenSection {...draft} platform={community.platform} />
          <WhoSection {...draft} mayHearAll={admin.by === "operator" || saved.members === "all"} />
          {community.platform === "discord" && <RolesSection {...draft} places={places.data} />}
        </div>
        <div class="community-column">
          <PreviewSection community={community} settings={settings} places={places.data} />
          <ChangesSection changes={admin.changes} />
        </div>
      </div>
      <SaveBar
        admin={admin}
        count={Object.keys(changes).length}
        save={save}
        choosesBarred={choosesBarred(changes.levelRoles, places.data)}
        onDiscard={() => {
          save.reset();
          setEdited({});
        }}
      />
    </form>
  );
}

function SaveBar(props: {
  admin: CommunityAdmin;
  count: number;
  save: { isPending: boolean; isSuccess: boolean; error: Error | null };
  choosesBarred: boolean;
  onDiscard: () => void;
}) {
  const { t } = useLanguage();
  const { admin, count, save, onDiscard } = props;
  const refused = save.error && refusal(save.error, props.choosesBarred);
  const community = admin.community.name;
  const platform = PLATFORMS[admin.community.platform].name;
  const isIdle = count === 0 && !save.isPending && !save.isSuccess && !save.error;
  return (
    <div class="save-bar" hidden={isIdle}>
      <div class="save-words" role="status">
        {save.isPending && admin.by === "manager" && t("community.saving", { platform, community })}
        {!save.isPending && save.isSuccess && count === 0 && t("community.saved")}
        {!save.isPending && !save.error && count > 0 && t("community.unsaved", { fields: count })}
      </div>
      {save.error && (
        <p class="bad save-words" role="alert">
          {refused ? t(refused, { community }) : problemWords(save.error, t).detail}
        </p>
      )}
      <button type="button" class="button" disabled={count === 0 || save.isPending} onClick={onDiscard}>
        {t("community.discard")}
      </button>
      <button type="submit" class="button primary" disabled={count === 0 || save.isPending}>
        {t("community.save")}
      </button>
    </div>
  );
}

type Refusal = "community.refused" | "community.unanswered" | "community.roles.refused";

function refusal(error: Error, hasBarred: boolean): Refusal | undefined {
  if (!(error instanceof ServerProblem)) return undefined;
  if (error.code === "invalid" && hasBarred) return "community.roles.refused";
  if (error.code === "forbidden") return "community.refused";
  return error.code === "upstream_failed" ? "community.unanswered" : undefined;
}
