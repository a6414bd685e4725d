import type { Session } from "@beatpass/shared/contracts";
import { useRef } from "preact/hooks";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { artistsSection } from "./artists-section.tsx";
import { languageSection } from "./language-section.tsx";
import { privacySection } from "./privacy-section.tsx";
import type { Section } from "./section.ts";
import { useHashTarget } from "./use-hash-target.ts";
import "./settings.css";

/** In the order of the page; each can be linked to by its id. */
const SECTIONS: readonly Section[] = [artistsSection, languageSection, privacySection];

/** Everything a person decides about: the account, what others see, who may read. */
export function SettingsPage({ session }: { session: Session }) {
  const { t } = useLanguage();
  usePageTitle(t("nav.settings"));
  const list = useRef<HTMLDivElement>(null);
  useHashTarget(list);
  const sections = SECTIONS.filter(({ needs }) => needs !== "producer" || session.producer);
  return (
    <>
      <h1>{t("nav.settings")}</h1>
      <div class="settings">
        <nav class="settings-nav" aria-label={t("settings.sections")}>
          {sections.map(({ id, name }) => (
            <a key={id} href={`#${id}`}>
              {t(name)}
            </a>
          ))}
        </nav>
        <div class="settings-list" ref={list}>
          {sections.map(({ id, name, Body }) => (
            <section key={id} id={id} class="panel settings-section" aria-labelledby={`${id}-name`}>
              <h2 id={`${id}-name`} tabIndex={-1}>
                {t(name)}
              </h2>
              <Body session={session} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
