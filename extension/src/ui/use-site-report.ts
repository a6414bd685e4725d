import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { type KeptSiteReport, siteReportItem } from "../storage/items.ts";

/** That the BeatPass site seems to have changed, found by this version of the extension and not dismissed. */
export function useSiteReport(): KeptSiteReport | undefined {
  const [report, setReport] = useState<KeptSiteReport | null>(null);
  useEffect(() => {
    const unwatch = siteReportItem.watch(setReport);
    void siteReportItem.getValue().then(setReport);
    return unwatch;
  }, []);
  if (!report || report.isDismissed || report.version !== browser.runtime.getManifest().version) return;
  return report;
}
