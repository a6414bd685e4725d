import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { send } from "../messaging/send.ts";
import { checkSite } from "./check-site.ts";
import { readPage } from "./read-page.ts";

/** A page that is loading has little on it: it is looked at twice, and what is missing both times is missing. */
const FIRST_MS = 2000;
const SECOND_MS = 4000;

/** Tells the background when a page lacks what the site map says it has, and when that is over; otherwise nothing. */
export function watchSite(ctx: ContentScriptContext): void {
  if (window !== window.parent) return;
  let timer: number | undefined;
  /** Shapes of addresses at which something was missing. */
  const told = new Set<string>();

  const look = (then: (missing: string[]) => void) =>
    ctx.requestIdleCallback(() => {
      if (document.visibilityState === "visible") then(checkSite(document, readPage(window)).missing);
    });
  const begin = () => {
    clearTimeout(timer);
    timer = ctx.setTimeout(
      () =>
        look((first) => {
          timer = ctx.setTimeout(
            () => look((second) => tell(second.filter((name) => first.includes(name)))),
            SECOND_MS,
          );
        }),
      FIRST_MS,
    );
  };
  const tell = (missing: string[]) => {
    const report = { ...checkSite(document, readPage(window)), missing };
    if (missing.length === 0 && !told.has(report.path)) return;
    if (missing.length > 0) told.add(report.path);
    else told.delete(report.path);
    void send({ type: "site.changed", report }).catch(() => undefined);
  };

  begin();
  ctx.addEventListener(window, "wxt:locationchange", begin);
}
