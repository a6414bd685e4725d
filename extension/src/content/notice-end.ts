import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { endListeners } from "./end-listeners.ts";
import type { InPage } from "./in-page.tsx";

const LOOK_MS = 2000;

/**
 * An extension that is updated, disabled or removed tells its scripts in open pages nothing. In Chromium they look
 * themselves, and the context then takes away all they left in the page. Firefox stops them dead at that moment, with
 * timers and listeners (seen 2026-11-26, Firefox 153): there what we show fades unless it is told that we live.
 */
export function noticeEnd(ctx: ContentScriptContext, inPage: InPage): void {
  ctx.setInterval(() => inPage.beat(), LOOK_MS);
  ctx.onInvalidated(endListeners);
}
