import browser from "webextension-polyfill";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { FrontAsked } from "../messaging/protocol.ts";

/** Tells the background, when it asks, that this page is what the person has before them. */
export function sayInFront(ctx: ContentScriptContext): void {
  const listener = (message: unknown): Promise<true> | undefined =>
    isFrontAsked(message) && document.hasFocus() ? Promise.resolve(true) : undefined;
  browser.runtime.onMessage.addListener(listener);
  ctx.onInvalidated(() => browser.runtime.onMessage.removeListener(listener));
}

const isFrontAsked = (message: unknown): message is FrontAsked =>
  typeof message === "object" && message !== null && (message as Partial<FrontAsked>).type === "front.ask";
