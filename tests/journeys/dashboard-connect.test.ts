import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BeatPassApiStandIn } from "../stand-ins/beatpass-api.ts";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { tabTo } from "./dashboard/tab-to.ts";

let api: BeatPassApiStandIn;
let dashboard: RunningDashboard;
beforeAll(async () => {
  api = await BeatPassApiStandIn.start();
  dashboard = await runDashboard({ BEATPASS_API_URL: api.url });
});
afterAll(async () => {
  expect(api.refused, "only documented things were asked").toEqual([]);
  await dashboard.stop();
  await api.stop();
});

const DAY = 86_400_000;
const PHONE = { viewport: { width: 375, height: 812 } };
const give = async (page: Page, token: string, button = "Connect BeatPass") => {
  await page.getByLabel("BeatPass API token").fill(token);
  await page.getByRole("button", { name: button }).click();
};
/** The token is as old as that. */
const age = (artistId: number, days: number) =>
  dashboard.server.dependencies.db.$client.execute(
    `UPDATE beatpass_connections SET token_added_at = ${Date.now() - days * DAY} WHERE artist_id = '${artistId}'`,
  );
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("connecting BeatPass", () => {
  test("leads from the empty home over a token to one's own figures, by keyboard alone", async () => {
    const kaya = api.producer(7, "Kaya Noir", [5000, 31]);
    const page = await dashboard.openAs("kaya@example.org", "/producer-dashboard");
    await page.getByRole("heading", { level: 1, name: "Connect BeatPass to fill this page" }).waitFor();
    await tabTo(page, "Connect BeatPass");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/connect");
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel("BeatPass API token").focus();
    await page.keyboard.insertText(`  ${kaya.token} `);
    await page.keyboard.press("Enter");
    await page.getByText("Works until").waitFor();
    await page.getByText("The 5,031 plays before it count in your totals.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "See your figures" }).click();
    await page.getByRole("heading", { level: 1, name: "Hello Kaya Noir" }).waitFor();
    await page.getByText("The 5,031 plays before it count in your totals.").waitFor();
    const totals = page.getByRole("region", { name: "Totals" });
    for (const untold of ["Followers", "Albums", "Downloads"])
      expect(await totals.locator("dl").filter({ hasText: untold }).locator("dd").textContent()).toBe(
        "–BeatPass doesn’t tell this server",
      );
    await page.goto(`${dashboard.url}/producer-dashboard/tracks`);
    await page.getByText("The 5,031 plays before it count in your totals.").waitFor();
    await page.goto(`${dashboard.url}/backstage/tracks/7001/insights`);
    await page.getByText("The 5,000 plays before it count in your totals.").waitFor();
    const downloads = page.locator("dl").filter({ hasText: "Downloads" }).locator("dd");
    expect(await downloads.first().textContent()).toBe("–BeatPass doesn’t tell this server");
    await page.goto(`${dashboard.url}/producer-dashboard/activity`);
    await page.getByText("BeatPass doesn’t tell this server of downloads.").waitFor();
    await page.goto(`${dashboard.url}/producer-dashboard/albums`);
    await page.getByRole("heading", { name: "Albums aren’t known here" }).waitFor();
    expect(await page.content()).not.toContain(kaya.token.split("|")[1]);
    expect(page.complaints).toEqual([]);
  });

  test("says what is wrong with a token, and keeps the way open", async () => {
    const kim = api.producer(8, "Kim", [1]);
    const nobody = api.producer(9, "Listener", [], { uploadAccess: false });
    const page = await dashboard.openAs("kim@example.org", "/connect");
    await give(page, "wrong token");
    await page.getByRole("alert").filter({ hasText: "BeatPass doesn’t know this token." }).waitFor();
    await give(page, "8|0000000000000000");
    await page.getByRole("alert").filter({ hasText: "BeatPass doesn’t know this token." }).waitFor();
    await give(page, nobody.token);
    await page.getByRole("alert").filter({ hasText: "without upload access" }).waitFor();
    api.faults.add({ path: /profile$/, does: "reset-before", times: 2 });
    await give(page, kim.token);
    await page.getByRole("alert").filter({ hasText: "does not answer at the moment" }).waitFor();
    await give(page, kim.token);
    await page.getByText("Works until").waitFor();
    const other = await dashboard.openAs("other@example.org", "/connect");
    await give(other, kim.token);
    await other.getByRole("alert").filter({ hasText: "Another account here holds that artist." }).waitFor();
    expect(await seriousFindings(other)).toEqual([]);
  });

  test("shows how far the reading is, and that it waits for BeatPass", async () => {
    const lou = api.producer(
      10,
      "Lou",
      Array.from({ length: 120 }, () => 1),
    );
    const page = await dashboard.openAs("lou@example.org", "/connect");
    api.faults.add({ path: /tracks$/, does: "status-before", status: 404, times: 1 });
    await give(page, lou.token);
    await page.getByText("It tries again; if that stays so, tell whoever runs this server.").waitFor();
    await page.getByText("Reading your catalog: 0 of 120 tracks. You can leave this page.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(`${dashboard.url}/producer-dashboard`);
    await page.getByRole("status").filter({ hasText: "Reading your catalog: 0 of 120 tracks." }).waitFor();
  });

  test("tells at home that the token ends or was withdrawn; renewing adds what was missed, disconnecting deletes it", async () => {
    const milo = api.producer(11, "Milo Beats", [40]);
    const page = await dashboard.openAs("milo@example.org", "/connect");
    await give(page, milo.token);
    await page.getByText("Works until").waitFor();
    await age(11, 87);
    await page.goto(`${dashboard.url}/producer-dashboard`);
    await page.getByRole("heading", { name: "Your BeatPass token ends in 3 days" }).waitFor();
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
    await age(11, 91);
    await page.reload();
    await page.getByRole("heading", { name: "Your BeatPass token has ended" }).waitFor();
    milo.tracks[0]!.plays = 52;
    const fresh = api.renew(milo);
    await page.getByRole("link", { name: "Renew token" }).click();
    await give(page, fresh, "Renew token");
    await page.getByRole("status").filter({ hasText: "12 plays caught up." }).waitFor();
    await page.getByRole("button", { name: "Disconnect" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
    await page.getByRole("status").filter({ hasText: "Disconnected. The token is deleted here." }).waitFor();
    await page.getByLabel("BeatPass API token").waitFor();
    await page.goto(`${dashboard.url}/producer-dashboard`);
    await page.getByRole("heading", { level: 1, name: "Hello Milo Beats" }).waitFor();
  });

  test("fits a phone in French, is a section of the settings, and is not for made-up people", async () => {
    const zoe = api.producer(12, "Zoé Très-Long-Nom-d’Artiste-Qui-Ne-Finit-Pas", [3]);
    const page = await dashboard.openAs("zoe@example.org", "/connect", { locale: "fr-FR", ...PHONE });
    await page.getByRole("heading", { level: 1, name: "Connexion à BeatPass" }).waitFor();
    await page.getByLabel("Jeton d’API BeatPass").fill(zoe.token);
    await page.getByRole("button", { name: "Connecter BeatPass" }).click();
    await page.getByText("Valable jusqu’au").waitFor();
    expect(await overflow(page)).toBe(0);
    await page.goto(`${dashboard.url}/producer-dashboard`);
    await page.getByRole("heading", { level: 1, name: "Bonjour Zoé" }).waitFor();
    expect(await overflow(page), "the name is longer than the screen").toBe(0);
    await page.goto(`${dashboard.url}/settings#beatpass`);
    await page.getByRole("button", { name: "Remplacer le jeton" }).waitFor();
    const readNow = page.getByRole("button", { name: "Lire maintenant" });
    await page.getByText(/Prochaine lecture possible dans 1[45] minutes\./).waitFor();
    expect(await readNow.isDisabled()).toBe(true);
    await dashboard.server.dependencies.db.$client.execute(
      `UPDATE beatpass_connections SET last_read_at = ${Date.now() - DAY} WHERE artist_id = '12'`,
    );
    api.upload(zoe, "Encore un");
    await page.reload();
    await readNow.click();
    await page.locator("dt", { hasText: "Morceaux" }).locator("+ dd", { hasText: "2" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const demo = await dashboard.openAsDemo("/connect");
    await demo.getByText("Made-up people are not on BeatPass.").waitFor();
  });
});
