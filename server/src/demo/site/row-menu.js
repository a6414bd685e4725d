// The site's own menu on rows (?menu): opens at the pointer, closes by click, Escape and scroll.
import { element } from "./parts.js";

let menu;

function close() {
  menu?.remove();
  menu = undefined;
}

export function contextMenuOfRows() {
  document.addEventListener("contextmenu", (event) => {
    close();
    if (!event.target.closest("[data-track]")) return;
    const entries = ["Play", "Add to queue", "Share"];
    menu = element(
      "div",
      { class: "menu", role: "menu", "aria-label": "Track" },
      ...entries.map((entry) => element("button", { type: "button", role: "menuitem" }, entry)),
    );
    document.body.append(menu);
    menu.style.left = `${Math.min(event.clientX, innerWidth - menu.offsetWidth - 8)}px`;
    menu.style.top = `${Math.min(event.clientY, innerHeight - menu.offsetHeight - 8)}px`;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu?.contains(event.target)) close();
  });
  document.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("scroll", close, { capture: true });
}
