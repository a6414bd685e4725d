import type { PairingStarted } from "@beatpass/shared/contracts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";

const PASSWORD = "a long enough passphrase";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const pathOf = (link: string) => link.slice(new URL(link).origin.length);

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByText("Your password is set. Sign in with it.").waitFor();
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

describe("an invitation link", () => {
  test("lets an administrator in, who invites a producer, who signs in with their own", async () => {
    const link = await dashboard.invite("admin@example.com", { admin: true });
    const admin = await dashboard.open(pathOf(link));
    await title(admin, "Set your password").waitFor();
    expect(admin.url()).toBe(`${dashboard.url}/set-password`);
    await setPassword(admin);
    await signIn(admin, "admin@example.com");
    await title(admin, "Which artist are you?").waitFor();
    await admin.getByRole("navigation").getByRole("link", { name: "Administration" }).click();
    await admin.getByLabel("E-mail").fill("zoe@example.com");
    await admin.getByLabel("Producer’s id (optional)").fill("demo-2");
    await admin.getByRole("button", { name: "Make a link" }).click();
    const invitation = await admin.getByLabel("One-time link").inputValue();
    await admin.getByRole("listitem").filter({ hasText: "zoe@example.com" }).getByText("No password yet").waitFor();
    expect(await seriousFindings(admin)).toEqual([]);
    expect(admin.complaints).toEqual([]);

    const zoe = await dashboard.open(pathOf(invitation));
    await setPassword(zoe);
    await signIn(zoe, "zoe@example.com", "not the password");
    await zoe.getByRole("alert").filter({ hasText: "don’t go together" }).waitFor();
    await signIn(zoe, "zoe@example.com");
    await title(zoe, "Hello Zoë & the Århus Tape Machine Orchestra").waitFor();
    await expect.poll(() => zoe.getByRole("link", { name: "Administration" }).count()).toBe(0);
    await zoe.goto(`${dashboard.url}/admin`);
    await title(zoe, "Nothing here").waitFor();

    const again = await dashboard.open(pathOf(invitation));
    await again.getByLabel("New password").fill(PASSWORD);
    await again.getByRole("button", { name: "Set password" }).click();
    await title(again, "This link has been used or has expired").waitFor();
  });

  test("takes no password shorter than ten characters", async () => {
    const page = await dashboard.open(pathOf(await dashboard.invite("short@example.com", {})));
    await page.getByLabel("New password").pressSequentially("too short");
    await page.getByRole("button", { name: "Set password" }).click();
    expect(await page.getByLabel("New password").evaluate((field: HTMLInputElement) => field.validity.tooShort)).toBe(
      true,
    );
    await setPassword(page);
  });

  test("without its token says what to do", async () => {
    const page = await dashboard.open("/set-password");
    await title(page, "This link has been used or has expired").waitFor();
  });
});

describe("somebody who is not signed in", () => {
  test("signs in and comes to the page that was asked for; signing out ends that", async () => {
    const page = await dashboard.open(pathOf(await dashboard.invite("kaya@example.com", { producerId: "demo-1" })));
    await setPassword(page);
    const asked = "/backstage/tracks/8000000001/insights?range=30d";
    await page.goto(dashboard.url + asked);
    await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in");
    await signIn(page, "kaya@example.com");
    await title(page, "Bus de nuit").waitFor();
    expect(page.url()).toBe(dashboard.url + asked);
    await page.getByRole("button", { name: "Sign out" }).click();
    await title(page, "Sign in").waitFor();
    await page.goto(`${dashboard.url}/producer-dashboard`);
    await title(page, "Sign in").waitFor();
  });

  test("hears the same of an address that is none as of a wrong password, in their language", async () => {
    const page = await dashboard.open("/sign-in", { locale: "fr-FR" });
    await page.getByLabel("E-mail").fill("kaya@nowhere");
    await page.getByLabel("Mot de passe").fill("some passphrase");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("alert").filter({ hasText: "ne vont pas ensemble" }).waitFor();
  });

  test("who tried too many passwords is told to wait, in their language", async () => {
    const page = await dashboard.open("/sign-in", { locale: "fr-FR" });
    await page.getByLabel("E-mail").fill("guessed@example.com");
    await page.getByLabel("Mot de passe").fill("some passphrase");
    const tries = Array.from({ length: 10 }, () =>
      page.request.post(`${dashboard.url}/api/auth/sign-in/email`, {
        data: { email: "guessed@example.com", password: "another passphrase" },
      }),
    );
    await Promise.all(tries);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("alert").filter({ hasText: "Attends dix minutes" }).waitFor();
  });

  test("is never sent to another site", async () => {
    const email = "next@example.com";
    const page = await dashboard.open(pathOf(await dashboard.invite(email, {})));
    await setPassword(page);
    await page.goto(`${dashboard.url}/sign-in?next=${encodeURIComponent("//evil.example/")}`);
    await signIn(page, email);
    await title(page, "Connect BeatPass to fill this page").waitFor();
    expect(page.url()).toBe(`${dashboard.url}/producer-dashboard`);
  });
});

describe("pairing a browser", () => {
  const post = (path: string, data: unknown) =>
    fetch(dashboard.url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(data),
    }).then((answer) => answer.json() as Promise<unknown>);
  const start = () => post("/v1/pairing/start", { browser: "Firefox on Linux" }) as Promise<PairingStarted>;
  const statusOf = async ({ deviceCode }: PairingStarted) =>
    ((await post("/v1/pairing/token", { deviceCode })) as { status: string }).status;

  test("takes the code as it is typed, names the browser, and asks before it lets it in", async () => {
    const started = await start();
    const page = await dashboard.openAsDemo(`/pair?code=${started.userCode}`);
    const field = page.getByLabel("Pairing code");
    expect(await field.inputValue()).toBe("");
    const half = started.userCode.length / 2;
    const typed = `${started.userCode.slice(0, half)} - ${started.userCode.slice(half)}`.toLowerCase();
    await field.fill(typed);
    await page.getByRole("button", { name: "Look it up" }).click();
    await page.getByText("Firefox on Linux").waitFor();
    expect(await statusOf(started)).toBe("pending");
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("status").filter({ hasText: "Paired." }).waitFor();
    // The server wants two seconds between two questions.
    await expect.poll(() => statusOf(started), { interval: 2500, timeout: 20_000 }).toBe("paired");
    expect(page.complaints).toEqual([]);
  });

  test("lets nobody in who is declined", async () => {
    const started = await start();
    const page = await dashboard.openAsDemo("/pair");
    await page.getByLabel("Pairing code").fill(started.userCode);
    await page.getByRole("button", { name: "Look it up" }).click();
    await page.getByRole("button", { name: "Decline" }).click();
    await page.getByText("Declined. That browser gets nothing.").waitFor();
    expect(await statusOf(started)).toBe("denied");
  });

  test("says so where no browser shows the code", async () => {
    const page = await dashboard.openAsDemo("/pair");
    await page.getByLabel("Pairing code").fill("AAAA-0000");
    await page.getByRole("button", { name: "Look it up" }).click();
    await page.getByRole("alert").filter({ hasText: "No browser shows this code" }).waitFor();
  });
});
