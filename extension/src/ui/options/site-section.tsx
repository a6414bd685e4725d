import type { Settings } from "../../storage/settings.ts";
import { t } from "../translate.ts";
import { change } from "./change.ts";
import { Switch } from "./switch.tsx";

/** What the extension does on the BeatPass site. */
export const SiteSection = ({ settings }: { settings: Settings }) => (
  <section class="panel">
    <h2>{t("options.site.title")}</h2>
    <Switch
      label={t("options.site.menu")}
      body={t("options.site.menu.body")}
      on={settings.menu}
      onChange={(menu) => change({ menu })}
    />
    <Switch
      label={t("options.site.long_press")}
      body={t("options.site.long_press.body")}
      on={settings.longPress}
      onChange={(longPress) => change({ longPress })}
    />
  </section>
);
