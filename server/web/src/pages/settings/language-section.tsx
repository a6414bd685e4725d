import { LOCALES } from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { accountQuery } from "../../api/queries.ts";
import { useSaveAccount } from "../../api/use-save-account.ts";
import { Answer } from "../../layout/answer.tsx";
import { SavedNote } from "../../layout/saved-note.tsx";
import type { Section } from "../../layout/section.ts";
import { TimeZoneOptions } from "../../layout/time-zone-options.tsx";
import { browserTimeZone, timeZoneWords } from "../../layout/time-zones.ts";
import { LANGUAGE_NAMES, useLanguage } from "../../settings/language.tsx";

export const languageSection: Section = { id: "language", name: "settings.language", Body: LanguageAndTime };

/** Kept with the account: they go along to every browser, and decide what is sent and when a season counts. */
function LanguageAndTime() {
  const { locale, t } = useLanguage();
  const query = useQuery(accountQuery);
  const save = useSaveAccount();
  const here = browserTimeZone();
  return (
    <Answer query={query} shape="list">
      {({ timeZone }) => (
        <div class="settings-form">
          <label class="form-field">
            <span>{t("nav.language")}</span>
            <select
              class="field"
              value={locale}
              onChange={({ currentTarget }) => {
                const chosen = LOCALES.find((known) => known === currentTarget.value);
                if (chosen) save.mutate({ locale: chosen });
              }}
            >
              {LOCALES.map((known) => (
                <option key={known} value={known}>
                  {LANGUAGE_NAMES[known]}
                </option>
              ))}
            </select>
          </label>
          <label class="form-field">
            <span>{t("settings.time_zone")}</span>
            <select
              class="field"
              value={timeZone ?? ""}
              aria-describedby="time-zone-why"
              onChange={({ currentTarget }) => save.mutate({ timeZone: currentTarget.value || null })}
            >
              <option value="">{t("settings.time_zone.unknown")}</option>
              <TimeZoneOptions set={timeZone} />
            </select>
          </label>
          <p id="time-zone-why" class="muted">
            {t("settings.time_zone.why")}
          </p>
          {here !== undefined && here !== (timeZone ?? "UTC") && (
            <button type="button" class="button small" onClick={() => save.mutate({ timeZone: here })}>
              {t("settings.time_zone.here", { name: timeZoneWords(here) })}
            </button>
          )}
          <SavedNote change={save} />
        </div>
      )}
    </Answer>
  );
}
