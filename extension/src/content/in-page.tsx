import type { SubjectRef } from "@beatpass/shared/links";
import { render } from "preact";
import { send } from "../messaging/send.ts";
import type { Theme } from "../storage/settings.ts";
import { locale } from "../ui/translate.ts";
import css from "./in-page.css?inline";
import { InPageMenu } from "./in-page-menu.tsx";
import { InsightsPanel } from "./insights-panel.tsx";
import { focusEntry } from "./move-focus.ts";
import type { Box, Point } from "./place-menu.ts";
import type { Found } from "./read-page.ts";
import { readSiteTheme } from "./read-site-theme.ts";

export type MenuState = {
  found: Found;
  pointer: Point;
  byKeyboard: boolean;
  /** What was clicked. */
  target: Element;
  /** Menus that the site showed before the click. */
  siteMenusBefore: Element[];
  /** Where the site's own menu lies, beside which ours docks. */
  siteMenu?: Box | undefined;
};
type State = { menu?: MenuState | undefined; panel?: Found | undefined };
type Mounted = { host: HTMLElement; root: ShadowRoot; container: HTMLElement; focusBefore: Element | null };

const HOST = "beatpass-companion";

/** Everything we show in the page: one closed shadow root, there only while a menu or panel is open. */
export class InPage {
  #state: State = {};
  #mounted: Mounted | undefined;
  /** Told of the menu that opens, and of none when it closes. */
  readonly onMenu = new Set<(menu: MenuState | undefined) => void>();
  /** As chosen in the options; "system" is what the site shows. */
  theme: Theme = "system";
  /** Whether we run in a frame of the page, which may have no room for a panel. */
  readonly #inFrame: boolean;

  constructor(frame: Window) {
    this.#inFrame = frame !== frame.parent;
    // What a version before us could not take away, stopped as it was.
    for (const left of frame.document.querySelectorAll(HOST)) left.remove();
  }

  get menu(): MenuState | undefined {
    return this.#state.menu;
  }

  get panel(): Found | undefined {
    return this.#state.panel;
  }

  /** Whether an event of the page happened in what we show. */
  owns(event: Event): boolean {
    return this.#mounted !== undefined && event.composedPath().includes(this.#mounted.host);
  }

  show(state: State): void {
    this.#follow(state);
    this.#state = state;
    if (state.menu || state.panel) {
      // The site may have replaced all of the page, and us with it.
      if (this.#mounted && !this.#mounted.host.isConnected) this.#unmount();
      this.#mounted ??= mount();
      render(this.#view(), this.#mounted.container);
    } else this.remove();
  }

  closeMenu(): void {
    if (this.#state.menu) this.show({ panel: this.#state.panel });
  }

  /** After a change of language, theme or the site's own colours. */
  redraw(): void {
    if (this.#mounted) render(this.#view(), this.#mounted.container);
  }

  /** Says that we live: without it what we show fades (see notice-end). */
  beat(): void {
    this.#mounted?.container.classList.toggle("beat");
  }

  /** Lets the keyboard into our menu, from wherever the focus is. */
  focusMenu(): void {
    focusEntry(this.#mounted?.root.querySelector<HTMLElement>('[role="menu"]') ?? null, 0);
  }

  /** Leaves the page as it was. */
  remove(): void {
    this.#follow({});
    this.#state = {};
    this.#unmount();
  }

  #unmount(): void {
    if (!this.#mounted) return;
    const { host, container, focusBefore } = this.#mounted;
    const hadFocus = document.activeElement === host;
    render(null, container);
    host.remove();
    this.#mounted = undefined;
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  }

  /** Opens the panel in the page, from a frame too, where the page around it is one we run in. */
  async showPanel(found: Found): Promise<void> {
    if (!this.#inFrame) return this.show({ panel: found });
    this.remove();
    const { status } = await send({ type: "insights.show", subject: found.subject });
    if (status === "elsewhere") this.show({ panel: found });
  }

  #open(request: { type: "insights.open" | "insights.compare"; subject: SubjectRef }): void {
    this.closeMenu();
    void send(request);
  }

  #follow({ menu }: State): void {
    if (menu?.found === this.#state.menu?.found) return;
    for (const listener of this.onMenu) listener(menu);
  }

  #view() {
    const { menu, panel } = this.#state;
    return (
      <div class="bp-root" data-theme={this.theme === "system" ? readSiteTheme(document) : this.theme} lang={locale}>
        {panel && <InsightsPanel key={panel.path} found={panel} onClose={() => this.remove()} />}
        {menu && (
          <InPageMenu
            key={`${menu.found.path} ${menu.pointer.x} ${menu.pointer.y}`}
            {...menu}
            onCompare={() => this.#open({ type: "insights.compare", subject: menu.found.subject })}
            onOpen={() => this.#open({ type: "insights.open", subject: menu.found.subject })}
            onInsights={() => void this.showPanel(menu.found)}
            onClose={() => this.closeMenu()}
          />
        )}
      </div>
    );
  }
}

function mount(): Mounted {
  const focusBefore = document.activeElement;
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: "closed" });
  const style = document.createElement("style");
  style.textContent = css;
  const container = document.createElement("div");
  container.className = "alive";
  root.append(style, container);
  // The site's keyboard shortcuts are not meant for us; Escape is for both.
  for (const type of ["keydown", "keyup", "keypress"]) {
    container.addEventListener(type, (event) => {
      if (event instanceof KeyboardEvent && event.key !== "Escape") event.stopPropagation();
    });
  }
  document.documentElement.append(host);
  // In the top layer no style of the page can move it or lie over it.
  host.setAttribute("popover", "manual");
  host.showPopover();
  return { host, root, container, focusBefore };
}
