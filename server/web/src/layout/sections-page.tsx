import type { Session } from "@beatpass/shared/contracts";
import { useRef } from "preact/hooks";
import { useLanguage } from "../settings/language.tsx";
import type { Section } from "./section.ts";
import { useHashTarget } from "./use-hash-target.ts";
import { usePageTitle } from "./use-page-title.ts";
import "./sections.css";

/** A page made of sections, each of which can be linked to by its id. */
export function SectionsPage(props: { title: string; session: Session; sections: readonly Section[] }) {
  const { title, session } = props;
  const { t } = useLanguage();
  usePageTitle(title);
  const list = useRef<HTMLDivElement>(null);
  useHashTarget(list);
  const sections = props.sections.filter(({ needs }) => needs !== "producer" || session.producer);
  return (
    <>
      <h1>{title}</h1>
      <div class="settings">
        <nav class="settings-nav" aria-label={t("sections.on_page")}>
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
