import browser from "webextension-polyfill";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { Switches, SwitchesChanged } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import { speak } from "../ui/translate.ts";
import type { InPage } from "./in-page.tsx";

/** What the person chose in the options, as far as it concerns the site; all on until the background has told. */
export function followSwitches(ctx: ContentScriptContext, inPage: InPage): Pick<Switches, "menu" | "longPress"> {
  const on = { menu: true, longPress: true };
  const take = ({ menu, longPress, locale, theme }: Switches) => {
    if (ctx.isInvalid) return;
    Object.assign(on, { menu, longPress });
    speak(locale);
    inPage.theme = theme;
    if (!menu) inPage.closeMenu();
    inPage.redraw();
  };
  const listener = (message: unknown): undefined => {
    if (isSwitchesChanged(message)) take(message.switches);
  };
  browser.runtime.onMessage.addListener(listener);
  ctx.onInvalidated(() => browser.runtime.onMessage.removeListener(listener));
  // A background that has just gone has nothing to tell any more.
  send({ type: "switches.read" }).then(take, () => undefined);
  return on;
}

const isSwitchesChanged = (message: unknown): message is SwitchesChanged =>
  typeof message === "object" && message !== null && (message as Partial<SwitchesChanged>).type === "switches.changed";
