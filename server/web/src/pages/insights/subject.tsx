import type { Insights } from "@beatpass/shared/contracts";
import { Cover } from "../../layout/cover.tsx";
import { Credits } from "../../layout/credits.tsx";
import { useLanguage } from "../../settings/language.tsx";

/** What this is about: cover, title, who made it; an artist's name is its title. */
export function Subject({ subject: { kind, title, artists, image } }: { subject: Insights["subject"] }) {
  const { t } = useLanguage();
  return (
    <div class={`subject subject-${kind}`}>
      <Cover image={image} title={title} />
      <div class="subject-words">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p class="muted">
          {t(`insights.kind.${kind}`)}
          {kind !== "artist" && (
            <>
              {" · "}
              <Credits artists={artists} />
            </>
          )}
        </p>
      </div>
    </div>
  );
}
