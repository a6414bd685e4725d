/** A colour of the tokens as the canvas needs it: its current value where the element stands. */
export const token = (element: Element, name: string): string =>
  getComputedStyle(element).getPropertyValue(`--bp-${name}`).trim() || "#888";

/** The same colour at a part of its strength. */
export const faded = (colour: string, share: number): string =>
  /^#[0-9a-f]{6}$/i.test(colour)
    ? colour +
      Math.round(share * 255)
        .toString(16)
        .padStart(2, "0")
    : colour;

/** Calls back whenever the theme may have changed: the system's, a data-theme anywhere around the element, paper. */
export function onThemeChange(element: Element, changed: () => void): () => void {
  const media = [matchMedia("(prefers-color-scheme: light)"), matchMedia("print")];
  const observer = new MutationObserver(changed);
  const root = element.getRootNode();
  const hosts = [document.documentElement, ...(root instanceof ShadowRoot ? [root.host] : [])];
  for (const host of hosts) observer.observe(host, { attributes: true, attributeFilter: ["data-theme", "class"] });
  const around = element.closest("[data-theme]");
  if (around) observer.observe(around, { attributes: true, attributeFilter: ["data-theme"] });
  for (const query of media) query.addEventListener("change", changed);
  return () => {
    for (const query of media) query.removeEventListener("change", changed);
    observer.disconnect();
  };
}
