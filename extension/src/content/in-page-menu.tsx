import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../ui/translate.ts";
import { copyLink } from "./copy-link.ts";
import { copyLabel } from "./copy-link-button.tsx";
import type { Found } from "./find-subject.ts";
import { type Point, placeMenu } from "./place-menu.ts";

const COPIED_MS = 900;

export type MenuProps = {
  found: Found;
  pointer: Point;
  /** The site's own menu, beside which ours docks. */
  siteMenu?: Element | undefined;
  /** Whether it was opened by keyboard: then the first entry is ready to be pressed. */
  byKeyboard: boolean;
  onInsights: () => void;
  onClose: () => void;
};

/** Our menu in the page: it looks and moves as system menus do. */
export function InPageMenu({ found, pointer, siteMenu, byKeyboard, onInsights, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Point>();

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    setPlace(placeMenu(pointer, size, { width: innerWidth, height: innerHeight }, siteMenu?.getBoundingClientRect()));
  }, [pointer, siteMenu]);

  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    setCopied(await copyLink(found));
    setTimeout(onClose, COPIED_MS);
  };

  const placed = place !== undefined;
  useLayoutEffect(() => {
    if (!placed) return;
    // The site's own menu keeps the focus it took; Tab leads from there to ours.
    if (byKeyboard) focusEntry(menu.current, 0);
    else if (!siteMenu) menu.current?.focus({ preventScroll: true });
  }, [placed, byKeyboard, siteMenu]);

  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label="BeatPass Companion"
      style={place ? { left: `${place.x}px`, top: `${place.y}px` } : { visibility: "hidden" }}
      onKeyDown={(event) => moveFocus(event, menu.current)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <button type="button" role="menuitem" tabIndex={-1} onClick={onInsights}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 14V9h3v5zm4.5 0V2h3v12zM11 14V6h3v8z" />
        </svg>
        {t("menu.insights")}
      </button>
      <button type="button" role="menuitem" tabIndex={-1} onClick={copy}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7L8 4.3M9.5 6.5a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l1-1"
            class="stroke"
          />
        </svg>
        <span aria-live="polite">{copyLabel(copied)}</span>
      </button>
    </div>
  );
}

const entriesOf = (menu: HTMLElement | null) => [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

/** Gives the focus to an entry of a menu; beyond either end it goes on at the other. */
export function focusEntry(menu: HTMLElement | null, index: number): void {
  const entries = entriesOf(menu);
  entries.at(index % entries.length)?.focus({ preventScroll: true });
}

function moveFocus(event: KeyboardEvent, menu: HTMLElement | null): void {
  const entries = entriesOf(menu);
  const at = entries.findIndex((entry) => entry.matches(":focus"));
  const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  focusEntry(menu, next);
}
