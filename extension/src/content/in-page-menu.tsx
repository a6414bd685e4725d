import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { copyLink } from "../ui/subject/copy-link.ts";
import { copyLabel } from "../ui/subject/copy-link-button.tsx";
import { t } from "../ui/translate.ts";
import { BarsIcon, CompareIcon, LinkIcon, OpenIcon } from "./menu-icons.tsx";
import { focusEntry, moveFocus } from "./move-focus.ts";
import { type Box, type Point, placeMenu } from "./place-menu.ts";
import type { Found } from "./read-page.ts";

const COPIED_MS = 900;

export type MenuProps = {
  found: Found;
  pointer: Point;
  /** Where the site's own menu lies, beside which ours docks. */
  siteMenu?: Box | undefined;
  /** Whether it was opened by keyboard: then the first entry is ready to be pressed. */
  byKeyboard: boolean;
  onInsights: () => void;
  onCompare: () => void;
  onOpen: () => void;
  onClose: () => void;
};

/** Our menu in the page: it looks and moves as system menus do. */
export function InPageMenu({ found, pointer, siteMenu, byKeyboard, onClose, ...on }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Point>();

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    setPlace(placeMenu(pointer, size, { width: innerWidth, height: innerHeight }, siteMenu));
  }, [pointer, siteMenu]);

  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    setCopied(await copyLink(found));
    setTimeout(onClose, COPIED_MS);
  };

  const placed = place !== undefined;
  const besideSite = siteMenu !== undefined;
  useLayoutEffect(() => {
    if (!placed) return;
    // The site's own menu keeps the focus it took; Tab leads from there to ours.
    if (byKeyboard && !besideSite) focusEntry(menu.current, 0);
    else if (!besideSite) menu.current?.focus({ preventScroll: true });
  }, [placed, byKeyboard, besideSite]);

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
      <Entry icon={<BarsIcon />} onClick={on.onInsights}>
        {t("menu.insights")}
      </Entry>
      {found.subject.kind === "track" && (
        <Entry icon={<CompareIcon />} onClick={on.onCompare}>
          {t("menu.compare")}
        </Entry>
      )}
      <Entry icon={<LinkIcon />} onClick={copy}>
        <span aria-live="polite">{copyLabel(copied)}</span>
      </Entry>
      <Entry icon={<OpenIcon />} onClick={on.onOpen}>
        {t("panel.open_full")}
      </Entry>
    </div>
  );
}

type EntryProps = { icon: ComponentChildren; onClick: () => void; children: ComponentChildren };

const Entry = ({ icon, onClick, children }: EntryProps) => (
  <button type="button" role="menuitem" tabIndex={-1} onClick={onClick}>
    {icon}
    {children}
  </button>
);
