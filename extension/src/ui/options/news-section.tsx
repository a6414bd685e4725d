import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { NOTICES, type Notice, type Settings } from "../../storage/settings.ts";
import { t } from "../translate.ts";
import { change } from "./change.ts";
import { Switch } from "./switch.tsx";

const PERMISSION = { permissions: ["notifications" as const] };

/** What speaks up by itself: each kind on its own, all off until asked for. */
export function NewsSection({ settings }: { settings: Settings }) {
  const [isAllowed, setAllowed] = useState(true);
  const wanted = NOTICES.some((notice) => settings.notify[notice]);
  useEffect(() => {
    if (wanted) void browser.permissions.contains(PERMISSION).then(setAllowed);
  }, [wanted]);
  const toggle = async (notice: Notice, on: boolean) => {
    // Browsers grant this only in the click itself: nothing may be waited for before it.
    const granted = !on || (await browser.permissions.request(PERMISSION));
    setAllowed(granted);
    change({ notify: { [notice]: on && granted } });
  };
  return (
    <section class="panel">
      <h2>{t("options.news.title")}</h2>
      <p class="muted">{t("options.news.body")}</p>
      <Switch
        label={t("options.news.badge")}
        body={t("options.news.badge.body")}
        on={settings.badge}
        onChange={(badge) => change({ badge })}
      />
      <fieldset>
        <legend>{t("options.news.notify")}</legend>
        {NOTICES.map((notice) => (
          <Switch
            key={`${notice} ${settings.notify[notice]} ${isAllowed}`}
            label={t(`options.news.${notice}`)}
            on={settings.notify[notice]}
            onChange={(on) => void toggle(notice, on)}
          />
        ))}
        <Switch
          label={t("options.news.sale_amount")}
          body={t("options.news.sale_amount.body")}
          on={settings.saleAmount}
          disabled={!settings.notify.sale}
          onChange={(saleAmount) => change({ saleAmount })}
        />
      </fieldset>
      {!isAllowed && (
        <p class="notice" role="status">
          {t("options.news.refused")}
        </p>
      )}
    </section>
  );
}
