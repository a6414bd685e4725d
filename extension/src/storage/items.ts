import { storage } from "wxt/utils/storage";
import type { SiteReport } from "../messaging/protocol.ts";
import type { View } from "../messaging/view.ts";

/** Origin of the server to pair with, as chosen in the options or at pairing. */
export const serverItem = storage.defineItem<string | null>("local:server", {
  fallback: __DEMO__ ? "http://localhost:8787" : null,
});

/** What the pages of the extension show; written by the background alone, so that a popup paints at once. */
export const viewItem = storage.defineItem<View>("local:view", { fallback: { connection: "unpaired" } });

export type KeptSiteReport = SiteReport & { version: string; isDismissed: boolean };

/** That the BeatPass site seems to have changed, found by this version of the extension. */
export const siteReportItem = storage.defineItem<KeptSiteReport | null>("local:site", { fallback: null });
