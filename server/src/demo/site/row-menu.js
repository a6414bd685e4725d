// The site's own menu on rows (?menu, ?press): opens at the pointer, closes by click, Escape and scroll.
import { element } from "./parts.js";

const PRESS_MS = 400;
let menus = [];

function close() {
  for (const menu of menus) menu.remove();
  menus = [];
}

function open(name, entries, x, y) {
  const menu = element(
    "div",
    { class: "menu", role: "menu", "aria-label": name },
    ...entries.map((entry) => element("button", { type: "button", role: "menuitem" }, entry)),
  );
  document.body.append(menu);
  menu.style.left = `${Math.min(x, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(y, innerHeight - menu.offsetHeight - 8)}px`;
  menus.push(menu);
  return menu;
}

function openAt(x, y) {
  close();
  const menu = open("Track", ["Play", "Add to queue", "Share"], x, y);
  menu.lastElementChild.addEventListener("pointerenter", () => {
    if (menus.length > 1) return;
    const { right, top } = menu.lastElementChild.getBoundingClientRect();
    open("Share", ["Copy address", "Embed"], right + 4, top);
  });
}

export function contextMenuOfRows() {
  document.addEventListener("contextmenu", (event) => {
    close();
    if (event.target.closest("[data-track]")) openAt(event.clientX, event.clientY);
  });
  closeAsMenusDo();
}

/** A finger that rests on a row; one that moves is scrolling. */
export function longPressOfRows() {
  let timer;
  const stop = () => clearTimeout(timer);
  document.addEventListener(
    "touchstart",
    (event) => {
      const { clientX, clientY } = event.touches[0];
      if (event.target.closest("[data-track]")) timer = setTimeout(openAt, PRESS_MS, clientX, clientY);
    },
    { passive: true },
  );
  for (const type of ["touchmove", "touchend", "touchcancel"]) document.addEventListener(type, stop, { passive: true });
  closeAsMenusDo();
}

function closeAsMenusDo() {
  document.addEventListener("pointerdown", (event) => {
    if (!menus.some((menu) => menu.contains(event.target))) close();
  });
  document.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("scroll", close, { capture: true });
}
