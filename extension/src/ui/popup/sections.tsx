import { PAGES } from "@beatpass/shared/links";
import browser from "webextension-polyfill";
import { PageLink } from "../page-link.tsx";
import { t } from "../translate.ts";
import { Icon, type IconName } from "./icon.tsx";

const SECTIONS = [
  "home",
  "progress",
  "tracks",
  "albums",
  "activity",
  "finances",
  "leaderboards",
] as const satisfies (keyof typeof PAGES & IconName)[];

/** The way to every section of the dashboard, and to the options. */
export const Sections = ({ server }: { server: string | undefined }) => (
  <nav class="sections" aria-label={t("nav.pages")}>
    {SECTIONS.map((section) => (
      <PageLink key={section} server={server} path={PAGES[section]} class="section">
        <Icon name={section} />
        {t(`nav.${section}`)}
      </PageLink>
    ))}
    <button type="button" class="section" onClick={() => void browser.runtime.openOptionsPage()}>
      <Icon name="options" />
      {t("popup.options")}
    </button>
  </nav>
);
