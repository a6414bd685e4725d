import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { SITE_MAP } from "../content/site-map.ts";
import type { SiteReport } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import { siteReportItem } from "../storage/items.ts";
import { t } from "./translate.ts";

type Kept = SiteReport & { version: string; isDismissed: boolean };

/** Once, and calmly: the BeatPass site seems to have changed, with a diagnosis to hand on. */
export function SiteNotice() {
  const report = useReport();
  const [copied, setCopied] = useState<boolean>();
  if (!report || report.isDismissed || report.version !== browser.runtime.getManifest().version) return null;
  const copy = () =>
    navigator.clipboard.writeText(diagnosisOf(report)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section class="site-notice" role="status">
      <h2>{t("site.changed.title")}</h2>
      <p class="muted">{t("site.changed.body")}</p>
      <div>
        <button type="button" class="bp-button bp-button-quiet" onClick={() => void copy()}>
          {copied === undefined ? t("site.changed.copy") : t(copied ? "site.changed.copied" : "copy.failed")}
        </button>
        <button type="button" class="quiet" onClick={() => void send({ type: "site.dismiss" })}>
          {t("site.changed.dismiss")}
        </button>
      </div>
    </section>
  );
}

function useReport(): Kept | null {
  const [report, setReport] = useState<Kept | null>(null);
  useEffect(() => {
    const unwatch = siteReportItem.watch(setReport);
    void siteReportItem.getValue().then(setReport);
    return unwatch;
  }, []);
  return report;
}

/** What a maintainer needs and nothing of the person: versions, the shape of the address, names of patterns with counts. */
export const diagnosisOf = ({ version, map, path, counts, missing }: Kept): string =>
  [
    `BeatPass Companion ${version}`,
    `site map ${map}, seen ${SITE_MAP.seen}`,
    `page ${path}`,
    `missing ${missing.join(", ")}`,
    ...Object.entries(counts).map(([name, count]) => `${name} ${count}`),
  ].join("\n");
