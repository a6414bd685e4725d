import { render } from "preact";
import type { Found } from "./find-subject.ts";
import css from "./in-page.css?inline";
import { focusEntry, InPageMenu } from "./in-page-menu.tsx";
import { InsightsPanel } from "./insights-panel.tsx";
import type { Point } from "./place-menu.ts";
import { readSiteTheme } from "./read-site-theme.ts";

export type MenuState = {
  found: Found;
  pointer: Point;
  byKeyboard: boolean;
  /** What was clicked. */
  target: Element;
  /** Menus that the site showed before the click. */
  siteMenusBefore: Element[];
  /** The site's own menu, beside which ours docks. */
  siteMenu?: Element | undefined;
};
type State = { menu?: MenuState | undefined; panel?: Found | undefined };
type Mounted = { host: HTMLElement; root: ShadowRoot; container: HTMLElement; focusBefore: Element | null };

/** Everything we show in the page: one closed shadow root, there only while a menu or panel is open. */
export class InPage {
  #state: State = {};
  #mounted: Mounted | undefined;

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
    this.#state = state;
    if (state.menu || state.panel) {
      this.#mounted ??= mount();
      render(this.#view(), this.#mounted.container);
    } else this.remove();
  }

  closeMenu(): void {
    if (this.#state.menu) this.show({ panel: this.#state.panel });
  }

  /** Lets the keyboard into our menu, from wherever the focus is. */
  focusMenu(): void {
    focusEntry(this.#mounted?.root.querySelector<HTMLElement>('[role="menu"]') ?? null, 0);
  }

  /** Leaves the page as it was. */
  remove(): void {
    this.#state = {};
    if (!this.#mounted) return;
    const { host, container, focusBefore } = this.#mounted;
    const hadFocus = document.activeElement === host;
    render(null, container);
    host.remove();
    this.#mounted = undefined;
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  }

  #view() {
    const { menu, panel } = this.#state;
    return (
      <div class="bp-root" data-theme={readSiteTheme(document)}>
        {panel && <InsightsPanel key={panel.path} found={panel} onClose={() => this.remove()} />}
        {menu && (
          <InPageMenu
            key={`${menu.found.path} ${menu.pointer.x} ${menu.pointer.y}`}
            {...menu}
            onInsights={() => this.show({ panel: menu.found })}
            onClose={() => this.closeMenu()}
          />
        )}
      </div>
    );
  }
}

function mount(): Mounted {
  const focusBefore = document.activeElement;
  const host = document.createElement("beatpass-companion");
  const root = host.attachShadow({ mode: "closed" });
  const style = document.createElement("style");
  style.textContent = css;
  const container = document.createElement("div");
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
