import { type ComponentChild, render } from "preact";
import type { View } from "../messaging/view.ts";
import { serverItem, viewItem } from "../storage/items.ts";
import { localeOf } from "../storage/locale-of.ts";
import { readSettings, type Settings, watchSettings } from "../storage/settings.ts";
import { speak } from "./translate.ts";

/** What is kept when a page opens; it is painted with it at once, and follows what changes. */
export type Known = { settings: Settings; view: View; server: string | null };

/** Renders a page of the extension in the chosen language and theme, and anew when they change. */
export async function startPage(page: (known: Known) => ComponentChild): Promise<void> {
  const [settings, view, server] = await Promise.all([readSettings(), viewItem.getValue(), serverItem.getValue()]);
  const show = (settings: Settings) => {
    dress(document.documentElement, settings);
    render(page({ settings, view, server }), document.getElementById("app") ?? document.body);
  };
  show(settings);
  watchSettings(show);
}

function dress(root: HTMLElement, { language, theme }: Settings): void {
  const locale = localeOf(language);
  speak(locale);
  root.lang = locale;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
