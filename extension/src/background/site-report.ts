import browser from "webextension-polyfill";
import type { SiteReport } from "../messaging/protocol.ts";
import { siteReportItem } from "../storage/items.ts";
import { inTurn } from "./in-turn.ts";

/** Keeps that the site seems to have changed, to be said once; nothing missing means that it is as it was again. */
export const keepSiteReport = (report: SiteReport): Promise<void> =>
  inTurn(async () => {
    const before = await siteReportItem.getValue();
    if (report.missing.length === 0) return before && !before.isDismissed ? siteReportItem.removeValue() : undefined;
    // What was put aside stays so until the map of the site is another one.
    if (before?.map === report.map) return;
    const { version } = browser.runtime.getManifest();
    await siteReportItem.setValue({ ...report, version, isDismissed: false });
  });

/** Hides the report until there is another. */
export const dismissSiteReport = (): Promise<void> =>
  inTurn(async () => {
    const report = await siteReportItem.getValue();
    if (report) await siteReportItem.setValue({ ...report, isDismissed: true });
  });
