import type { Session } from "@beatpass/shared/contracts";
import { useState } from "preact/hooks";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";
import { DeleteDialog } from "./data/delete-dialog.tsx";

export const dataSection: Section = { id: "data", name: "settings.data", Body: OwnData };

/** Taking one's data along, and leaving. */
function OwnData({ session }: { session: Session }) {
  const { t } = useLanguage();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <div class="settings-part">
        <h3>{t("settings.export")}</h3>
        <p class="muted">{t("settings.export.means")}</p>
        <div class="export-links">
          <a class="button" href="/v1/account/export" download>
            {t("settings.export.json")}
          </a>
          {session.producer && (
            <>
              <a class="button" href="/v1/account/export/plays.csv" download>
                {t("settings.export.csv")}
              </a>
              <a class="button" href="/v1/account/export/listens.csv" download>
                {t("settings.export.listens")}
              </a>
            </>
          )}
        </div>
      </div>
      <div class="settings-part">
        <h3>{t("settings.delete")}</h3>
        {session.producer?.demo ? (
          <p class="muted">{t("settings.delete.demo")}</p>
        ) : (
          <>
            <p class="muted">{t("settings.delete.means")}</p>
            <button type="button" class="button danger settings-way" onClick={() => setAsks(true)}>
              {t("settings.delete.button")}
            </button>
          </>
        )}
      </div>
      {asks && session.user && <DeleteDialog email={session.user.email} onClose={() => setAsks(false)} />}
    </>
  );
}
