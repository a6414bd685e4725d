import type { Page } from "playwright-core";

type Walk = { expected: Element[]; seen: Set<Element>; unmarked: Set<Element> };

/**
 * Presses Tab through the whole page. @returns what can be used with a pointer but was not reached, and what showed no
 * mark while it had the focus
 */
export async function walkWithTab(page: Page): Promise<{ unreached: string[]; unmarked: string[] }> {
  const count = await page.evaluate(() => {
    const usable =
      "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";
    const expected = [...document.querySelectorAll<HTMLElement>(usable)].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
    );
    const walk: Walk = { expected, seen: new Set(), unmarked: new Set() };
    Object.assign(window, { walk });
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof Element)) return;
      walk.seen.add(target);
      const isMarked = (element: Element | null) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && outlineWidth !== "0px";
      };
      // A field may leave the mark to what frames it.
      if (!isMarked(target) && !isMarked(target.parentElement)) walk.unmarked.add(target);
    });
    (document.activeElement as HTMLElement | null)?.blur();
    return expected.length;
  });
  for (let press = 0; press < count + 3; press++) await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const { expected, seen, unmarked } = (window as unknown as { walk: Walk }).walk;
    const tell = (element: Element) => element.outerHTML.slice(0, 140);
    return { unreached: expected.filter((element) => !seen.has(element)).map(tell), unmarked: [...unmarked].map(tell) };
  });
}
