import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { tabTo } from "./dashboard/tab-to.ts";
import { sendEvents } from "./server/send-events.ts";

const PASSWORD = "a long enough passphrase";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const section = (page: Page, name: string) => page.getByRole("region", { name });

async function signInAs(email: string, more: { admin?: boolean; producerId?: string } = {}, path = "/settings") {
  const link = await dashboard.invite(email, more);
  const page = await dashboard.open(link.slice(new URL(link).origin.length));
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("#main h1").waitFor();
  await page.goto(dashboard.url + path);
  await settled(page);
  return page;
}

/** No serious finding in either theme, and nothing wider than a phone. */
async function expectFit(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFindings(page)).toEqual([]);
  }
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await page.setViewportSize(size);
}

describe("a newcomer without an artist", () => {
  test("is led to Settings, asks for one, and has it once an administrator approves", async () => {
    await sendEvents(dashboard.server.dependencies.writer, [
      {
        specversion: "1.0",
        id: "nobody-yet",
        source: "https://beatpass.example",
        type: "ca.beatpass.artist.updated",
        time: new Date(Date.now() - 60_000).toISOString(),
        data: { artistId: "501", name: "Naïma & the Nobody Yet" },
      },
    ]);
    const zoe = await signInAs("zoe@example.com", {}, "/producer-dashboard");
    await title(zoe, "Connect BeatPass to fill this page").waitFor();
    await zoe.getByRole("link", { name: "Ask for my artist" }).click();
    await title(zoe, "Settings").waitFor();
    await zoe.getByLabel("Artist’s name, id or BeatPass address").fill("naïma");
    await zoe.keyboard.press("Enter");
    await zoe.getByRole("button", { name: "Ask for it Naïma & the Nobody Yet" }).click();
    await zoe.getByRole("status").filter({ hasText: "Asked for Naïma & the Nobody Yet" }).waitFor();
    await zoe.getByText("Waiting for confirmation").waitFor();
    await expectFit(zoe);

    const admin = await signInAs("admin@example.com", { admin: true }, "/admin");
    await title(admin, "Administration").waitFor();
    await expectFit(admin);
    await admin.getByLabel("Vouch for the profile").check();
    await admin.getByRole("button", { name: "Approve Naïma & the Nobody Yet" }).click();
    await admin.getByText("Nobody is waiting for an artist profile.").waitFor();

    await zoe.goto(`${dashboard.url}/settings`);
    await section(zoe, "Profile and artists").getByText("Complete: earns XP").waitFor();
    await zoe.goto(`${dashboard.url}/producer-dashboard`);
    await title(zoe, "Hello Naïma & the Nobody Yet").waitFor();
    expect([...zoe.complaints, ...admin.complaints]).toEqual([]);
  });
});

describe("an owner's settings", () => {
  test("hide the producer from the boards, from the keyboard alone, and say so on the own board", async () => {
    const page = await dashboard.openAsDemo("/settings#privacy");
    await settled(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("privacy-name");
    // Held in sight while the sections above it grow.
    await expect
      .poll(() => section(page, "Privacy").evaluate((part) => part.getBoundingClientRect().top))
      .toBeLessThan(200);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await section(page, "Privacy").getByRole("status").filter({ hasText: "Saved" }).waitFor();
    await expectFit(page);
    await page.goto(`${dashboard.url}/producer-dashboard/leaderboards?category=plays`);
    await page.getByText("You’re not ranked here yet: you asked not to be shown.").waitFor();
    await page.getByRole("link", { name: "Change that" }).click();
    await page.getByLabel("Show me on leaderboards").check();
    await section(page, "Privacy").getByRole("status").filter({ hasText: "Saved" }).waitFor();
    await page.goto(`${dashboard.url}/producer-dashboard/leaderboards?category=plays`);
    await page.getByTestId("my-rank").waitFor();
    expect(page.complaints).toEqual([]);
  });

  test("keep the language with the account: another browser reads French too", async () => {
    const timeZone = (page: Page) => page.getByRole("combobox", { name: "Fuseau horaire" });
    const page = await signInAs("milo@example.com", { producerId: "demo-3" });
    await section(page, "Language and time zone").getByLabel("Language").selectOption("fr");
    await title(page, "Réglages").waitFor();
    await timeZone(page).selectOption("America/Toronto");
    await section(page, "Langue et fuseau horaire").getByRole("status").filter({ hasText: "Enregistré" }).waitFor();
    await expectFit(page);
    const other = await dashboard.open("/sign-in?next=/settings");
    await other.getByLabel("E-mail").fill("milo@example.com");
    await other.getByLabel("Password").fill(PASSWORD);
    await other.getByRole("button", { name: "Sign in" }).click();
    await title(other, "Réglages").waitFor();
    await expect.poll(() => timeZone(other).inputValue()).toBe("America/Toronto");
  });

  test("show a new key once and end it; a deleted account is gone once its address is typed", async () => {
    const page = await signInAs("leaves@example.com", {}, "/settings#data");
    await expect.poll(() => page.getByRole("heading", { name: "API keys" }).count()).toBe(0);
    await page.getByRole("button", { name: "Delete account" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete your account?" });
    const confirm = dialog.getByRole("button", { name: "Delete account" });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel("Type leaves@example.com to confirm").fill("leaves@example.com");
    expect(await seriousFindings(page)).toEqual([]);
    await confirm.click();
    await title(page, "Sign in").waitFor();
    await page.getByLabel("E-mail").fill("leaves@example.com");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").filter({ hasText: "don’t go together" }).waitFor();

    const owner = await dashboard.openAsDemo("/settings");
    await settled(owner);
    await section(owner, "API keys").getByLabel("What it is for").fill("A screen");
    await tabTo(owner, "Create key");
    await owner.keyboard.press("Enter");
    const key = await owner.getByLabel("New API key").inputValue();
    const read = () => fetch(`${dashboard.url}/v1/dashboard`, { headers: { authorization: `Bearer ${key}` } });
    expect((await read()).status).toBe(200);
    await owner.getByRole("button", { name: "Revoke A screen" }).click();
    await expect.poll(() => owner.getByRole("button", { name: "Revoke A screen" }).count()).toBe(0);
    expect((await read()).status).toBe(401);
    expect(owner.complaints).toEqual([]);
  });
});
