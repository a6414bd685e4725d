import type { Page } from "playwright-core";

const STEPS = 60;

/** Goes on with the Tab key until what has the focus has that name, as a keyboard's user would. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
    });
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
  }
  throw new Error(`${STEPS} presses of Tab do not reach ${name}`);
}
