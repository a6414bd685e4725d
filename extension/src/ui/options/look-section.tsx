import { LANGUAGES, type Settings, THEMES } from "../../storage/settings.ts";
import { t } from "../translate.ts";
import { change } from "./change.ts";
import { Choice } from "./choice.tsx";

/** Language and theme of everything the extension shows. */
export const LookSection = ({ settings }: { settings: Settings }) => (
  <section class="panel">
    <h2>{t("options.look.title")}</h2>
    <Choice
      label={t("options.language")}
      value={settings.language}
      options={LANGUAGES}
      name={(language) => t(`options.language.${language}`)}
      onChoose={(language) => change({ language })}
    />
    <Choice
      label={t("options.theme")}
      value={settings.theme}
      options={THEMES}
      name={(theme) => t(`options.theme.${theme}`)}
      onChoose={(theme) => change({ theme })}
    />
  </section>
);
