import { sampleAnnouncement } from "@beatpass/messages";
import {
  type CommunityAdmin,
  type CommunitySettings,
  type Places,
  PREVIEW_KINDS,
  type PreviewKind,
} from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { useLanguage } from "../../settings/language.tsx";
import { PLATFORMS } from "../channels/platforms.tsx";
import { cardQuery } from "./community-queries.ts";
import { Field } from "./field.tsx";
import { PermissionCheck } from "./permission-check.tsx";

const WITH_CARD: readonly PreviewKind[] = ["level-up", "achievement-unlock", "new-number-one", "top-three"];

/** The very message, by the bot's own renderer and with the bot's own picture, and whether it could be posted. */
export function PreviewSection(props: {
  community: CommunityAdmin["community"];
  settings: CommunitySettings;
  places: Places | undefined;
}) {
  const { t } = useLanguage();
  const { community, settings, places } = props;
  const [kind, setKind] = useState<PreviewKind>("level-up");
  const [now] = useState(() => new Date());
  const { platform } = community;
  const { Announcement } = PLATFORMS[platform];
  const view = sampleAnnouncement(kind, { community, now });
  return (
    <section class="panel settings-section community-preview">
      <h2>{t("community.preview")}</h2>
      <Field label={t("community.preview.kind")}>
        {(control) => (
          <select
            {...control}
            class="field"
            value={kind}
            onChange={({ currentTarget }) =>
              setKind(PREVIEW_KINDS.find((one) => one === currentTarget.value) ?? "level-up")
            }
          >
            {PREVIEW_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`community.kind.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class={`chat preview ${platform}`}>
        <ol>
          <Announcement view={view} locale={settings.locale} at={now.toISOString()} />
        </ol>
        {WITH_CARD.includes(kind) && !community.demo && (
          <PreviewCard communityId={community.id} kind={kind} locale={settings.locale} />
        )}
      </div>
      <PermissionCheck kind={kind} settings={settings} platform={platform} places={places} />
    </section>
  );
}

function PreviewCard({ communityId, kind, locale }: { communityId: string; kind: PreviewKind; locale: string }) {
  const { t } = useLanguage();
  const { data, isPending } = useQuery(cardQuery(communityId, kind, locale, true));
  if (isPending) return <div class="preview-card" aria-hidden="true" />;
  if (!data?.card) return <p class="preview-no-card muted">{t("community.preview.no_card")}</p>;
  return <img class="preview-card" src={`data:image/png;base64,${data.card.png}`} alt={data.card.alt} />;
}
