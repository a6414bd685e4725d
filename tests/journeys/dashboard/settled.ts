import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Everything of the page is drawn: no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
}
