import { LOCALES } from "@beatpass/shared/contracts";
import { LANGUAGE_NAMES, useLanguage } from "../../settings/language.tsx";
import type { Draft } from "./draft.ts";
import { Check, Field } from "./field.tsx";

/** Whom messages are about, and in which language. @param mayHearAll whether everybody may be chosen */
export function WhoSection({ settings, change, mayHearAll }: Draft & { mayHearAll: boolean }) {
  const { t } = useLanguage();
  return (
    <section class="panel settings-section">
      <h2>{t("community.who")}</h2>
      <div class="field-grid">
        <Field label={t("community.locale")}>
          {(control) => (
            <select
              {...control}
              class="field"
              value={settings.locale}
              onChange={({ currentTarget }) =>
                change({ locale: LOCALES.find((one) => one === currentTarget.value) ?? "en" })
              }
            >
              {LOCALES.map((one) => (
                <option key={one} value={one}>
                  {LANGUAGE_NAMES[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("community.members")} {...(!mayHearAll && { hint: t("community.members.hint") })}>
          {(control) => (
            <select
              {...control}
              class="field"
              value={settings.members}
              onChange={({ currentTarget }) => change({ members: currentTarget.value === "all" ? "all" : "linked" })}
            >
              <option value="linked">{t("community.members.linked")}</option>
              {mayHearAll && <option value="all">{t("community.members.all")}</option>}
            </select>
          )}
        </Field>
      </div>
      <Check
        label={t("community.mentions")}
        hint={t("community.mentions.hint")}
        checked={settings.mentions}
        onChange={(mentions) => change({ mentions })}
      />
    </section>
  );
}
