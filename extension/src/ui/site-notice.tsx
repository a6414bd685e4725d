import { useState } from "preact/hooks";
import { SITE_MAP } from "../content/site-map.ts";
import { send } from "../messaging/send.ts";
import type { KeptSiteReport } from "../storage/items.ts";
import { t } from "./translate.ts";
import { useSiteReport } from "./use-site-report.ts";

/** Once, and calmly: the BeatPass site seems to have changed, with a diagnosis to hand on. */
export function SiteNotice() {
  const report = useSiteReport();
  const [copied, setCopied] = useState<boolean>();
  if (!report) return null;
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

/** What a maintainer needs and nothing of the person: versions, the shape of the address, names of patterns with counts. */
export const diagnosisOf = ({ version, map, path, counts, missing }: KeptSiteReport): string =>
  [
    `BeatPass Companion ${version}`,
    `site map ${map}, seen ${SITE_MAP.seen}`,
    `page ${path}`,
    `missing ${missing.join(", ")}`,
    ...Object.entries(counts).map(([name, count]) => `${name} ${count}`),
  ].join("\n");
