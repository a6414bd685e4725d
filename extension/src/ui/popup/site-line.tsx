import browser from "webextension-polyfill";
import { t } from "../translate.ts";
import { useSiteReport } from "../use-site-report.ts";

/** That the BeatPass site seems to have changed, in one line; the options say what to do about it. */
export function SiteLine() {
  if (!useSiteReport()) return null;
  return (
    <div class="notice renew" role="status">
      <p>{t("site.changed.title")}</p>
      <button type="button" class="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
        {t("popup.options")}
      </button>
    </div>
  );
}
