import type { ComponentChildren } from "preact";
import browser from "webextension-polyfill";

type Props = { server: string | undefined; path: string; class: string; children: ComponentChildren };

/** A way to a page of the dashboard, in a tab of its own. */
export const PageLink = ({ server, path, class: name, children }: Props) => (
  <button
    type="button"
    class={name}
    disabled={!server}
    onClick={() => server && void browser.tabs.create({ url: server + path })}
  >
    {children}
  </button>
);
