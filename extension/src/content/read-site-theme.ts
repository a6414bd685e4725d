export type Theme = "dark" | "light";

/** Whether the page is dark or light, by the background it paints; by the system's preference where it paints none. */
export function readSiteTheme(document: Document): Theme {
  for (const element of [document.body, document.documentElement]) {
    const luminance = element && luminanceOf(getComputedStyle(element).backgroundColor);
    if (luminance !== undefined && luminance !== null) return luminance < 0.5 ? "dark" : "light";
  }
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

/** Perceived lightness (0–1) of a computed rgb() colour; undefined where it lets through what is behind. */
export function luminanceOf(color: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!/^rgba?\(/.test(color) || alpha < 0.5) return undefined;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
