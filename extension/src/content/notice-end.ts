import type { ContentScriptContext } from "wxt/utils/content-script-context";

const LOOK_MS = 2000;

/**
 * An extension that is updated, disabled or removed tells its scripts in open pages nothing.
 * They look themselves, and the context then takes away all they left in the page.
 */
export function noticeEnd(ctx: ContentScriptContext): void {
  ctx.setInterval(() => undefined, LOOK_MS);
}
