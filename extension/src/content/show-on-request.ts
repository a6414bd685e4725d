import { SUBJECT_KINDS } from "@beatpass/shared/links";
import browser from "webextension-polyfill";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { ShowInsights } from "../messaging/protocol.ts";
import type { InPage } from "./in-page.tsx";

/** Opens the panel when the browser's own menu entry was chosen. */
export function showOnRequest(ctx: ContentScriptContext, inPage: InPage): void {
  const listener = (message: unknown): Promise<void> | undefined => {
    if (!isShowInsights(message)) return undefined;
    const { kind, id } = message.subject;
    inPage.show({ panel: { subject: message.subject, path: `/${kind}/${id}` } });
    return Promise.resolve();
  };
  browser.runtime.onMessage.addListener(listener);
  ctx.onInvalidated(() => browser.runtime.onMessage.removeListener(listener));
}

function isShowInsights(message: unknown): message is ShowInsights {
  if (typeof message !== "object" || message === null) return false;
  const { type, subject } = message as Partial<ShowInsights>;
  return type === "insights.show" && typeof subject?.id === "string" && SUBJECT_KINDS.includes(subject.kind);
}
