import type { Session } from "@beatpass/shared/contracts";
import type { Section } from "../../layout/section.ts";
import { SectionsPage } from "../../layout/sections-page.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { artistsSection } from "./artists-section.tsx";
import { beatPassSection } from "./beatpass-section.tsx";
import { browsersSection } from "./browsers-section.tsx";
import { chatSection } from "./chat-section.tsx";
import { dataSection } from "./data-section.tsx";
import { keysSection } from "./keys-section.tsx";
import { languageSection } from "./language-section.tsx";
import { privacySection } from "./privacy-section.tsx";

/** In the order of the page; each can be linked to by its id. */
const SECTIONS: readonly Section[] = [
  artistsSection,
  beatPassSection,
  languageSection,
  chatSection,
  privacySection,
  browsersSection,
  keysSection,
  dataSection,
];

/** Everything a person decides about: the account, what others see, who may read. */
export function SettingsPage({ session }: { session: Session }) {
  const { t } = useLanguage();
  return <SectionsPage title={t("nav.settings")} session={session} sections={SECTIONS} />;
}
