import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { levelForXp, RULEBOOKS } from "@beatpass/shared/rules";
import { PageLink } from "../page-link.tsx";
import { t } from "../translate.ts";

/** Every rulebook pays the same for an upload. */
const uploadXp = RULEBOOKS.classic.upload;

/** A producer without a track: what the first one is worth, and where to publish it. */
export function NoTracks({ level, xp }: { level: number; xp: number }) {
  return (
    <section class="card">
      <h2>{t(level === 1 ? "popup.no_tracks.title" : "dash.no_tracks.title")}</h2>
      <p class="muted">{t("popup.no_tracks.body", { uploadXp, level: levelForXp(xp + uploadXp) })}</p>
      <PageLink server={BEATPASS_ORIGIN} path="/" class="bp-button bp-button-quiet">
        {t("popup.no_tracks.button")}
      </PageLink>
    </section>
  );
}
