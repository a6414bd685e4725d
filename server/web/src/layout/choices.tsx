import type { Locale } from "@beatpass/shared/contracts";
import { LOCALES } from "@beatpass/shared/contracts";
import { useId } from "preact/hooks";
import { LANGUAGE_NAMES, useLanguage } from "../settings/language.tsx";
import { THEMES, useTheme } from "../settings/theme.ts";

/** Language and theme of this browser. @param onLanguage keeps the language elsewhere too */
export function Choices({ onLanguage }: { onLanguage?: (locale: Locale) => void }) {
  const { locale, t, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <div class="choices">
      <Choice
        label={t("nav.language")}
        value={locale}
        options={LOCALES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))}
        onChoose={(chosen) => {
          choose(chosen);
          onLanguage?.(chosen);
        }}
      />
      <Choice
        label={t("nav.theme")}
        value={theme}
        options={THEMES.map((value) => ({ value, name: t(`theme.${value}`) }))}
        onChoose={setTheme}
      />
    </div>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: { value: Value; name: string }[];
  onChoose: (value: Value) => void;
}) {
  const { label, value, options, onChoose } = props;
  const id = useId();
  return (
    <>
      <label class="hidden-text" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field small"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </>
  );
}
