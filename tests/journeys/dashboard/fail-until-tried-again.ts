import type { Page, Route } from "playwright-core";

/**
 * Answers requests with `fail` until a button of a note on the page ("Try again") is pressed, and lets what follows
 * the press through. To take the route away before the press would be a race: a live update may ask again at any moment.
 */
export async function failUntilTriedAgain(
  page: Page,
  pattern: string,
  fail: (route: Route) => Promise<void>,
): Promise<void> {
  const listen = () => {
    const state = window as { triedAgain?: boolean };
    state.triedAgain = false;
    const note = (event: Event) => {
      if (event.target instanceof Element && event.target.closest("[role=alert] button, [role=status] button"))
        state.triedAgain = true;
    };
    addEventListener("click", note, { capture: true });
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  await page.route(pattern, async (route) => {
    const through = await page.evaluate(() => (window as { triedAgain?: boolean }).triedAgain === true);
    await (through ? route.fallback() : fail(route));
  });
}
