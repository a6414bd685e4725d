import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

test("the API reference is legible on a light ground, and its filter has a name", async () => {
  const page = await dashboard.open("/docs", { colorScheme: "light" });
  await page.locator(".opblock-put").first().waitFor();
  // What remains is soon looked through.
  await page.getByLabel("Filter by tag or path").fill("Account");
  await page.locator(".opblock-put").first().waitFor();
  expect((await seriousFindings(page)).filter((finding) => finding.startsWith("color-contrast"))).toEqual([]);
});
