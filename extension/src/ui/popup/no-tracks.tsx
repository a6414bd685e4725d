import type { Dashboard } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { levelForXp } from "@beatpass/shared/rules";
import { PageLink } from "../page-link.tsx";
import { t } from "../translate.ts";

/** A producer without a track: what the first one is worth, and where to publish it. */
export function NoTracks({ level, xp, rules }: Pick<Dashboard, "level" | "xp" | "rules">) {
  return (
    <section class="card">
      <h2>{t(level === 1 ? "popup.no_tracks.title" : "dash.no_tracks.title")}</h2>
      {rules && (
        <p class="muted">
          {t("popup.no_tracks.body", { uploadXp: rules.upload, level: levelForXp(xp + rules.upload) })}
        </p>
      )}
      <PageLink server={BEATPASS_ORIGIN} path="/" class="bp-button bp-button-quiet">
        {t("popup.no_tracks.button")}
      </PageLink>
    </section>
  );
}
