import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { communities, communityMembers, identities, producers } from "@beatpass/server/db/schema/index.ts";
import { CommunityAdmin } from "@beatpass/shared/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningCommunity, runCommunity } from "./community/running-community.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { tabTo } from "./dashboard/tab-to.ts";

const KAYA = "900000000000000010";
const MODERATORS = "900000000000000023";

let run: RunningCommunity;
beforeAll(async () => {
  run = await runCommunity();
  run.slack.admins.add("U0KAYA");
});
afterAll(() => run.stop());

async function stored(id: string) {
  const { rows } = await run.server.dependencies.db.$client.execute({
    sql: "SELECT channel_id, locale, digest_day, level_roles FROM communities WHERE id = ?",
    args: [id],
  });
  return rows[0]!;
}

describe("the settings of a Discord server", () => {
  test("a link of /beatpass settings opens them once, without an account; they are saved with the keyboard alone", async () => {
    const link = await run.link("discord", KAYA);
    const page = await run.open(link);
    await page.getByRole("heading", { level: 1, name: "What Beat Lab hears" }).waitFor();
    expect(page.url()).not.toContain("token");
    const channel = page.getByLabel("Channel for everything");
    await expect.poll(() => channel.isEnabled()).toBe(true);
    await channel.focus();
    await page.keyboard.press("ArrowDown");
    expect(await channel.inputValue()).toBe(run.discord.channelIds[0]);
    await tabTo(page, "Save");
    await page.keyboard.press("Enter");
    await page.getByText("Saved. It holds from now on.").waitFor();
    const done = "Done. #channel-003 will hear about level-ups, achievements, leaderboard changes, and weekly digest.";
    await page.getByText(`${done} 0 linked so far.`).waitFor();
    await page.getByText("Rank announcements start at 10 linked members (0 now).").waitFor();
    await page.getByText("Type /beatpass link here to link your BeatPass artist.").waitFor();
    expect(await stored(run.ids.discord)).toMatchObject({ channel_id: run.discord.channelIds[0] });
    await page.getByText("Kaya changed: channel").waitFor();
    const again = await run.open(link);
    await again.getByRole("heading", { name: "This link has ended" }).waitFor();
  });

  test("the preview is the bot's own message and picture, with what it lacks in that channel and how it is given", async () => {
    const [, second] = run.discord.channelIds;
    const deny = String(1 << 11);
    run.discord.members.overwrites.set(second, [{ id: run.discord.guild.id, type: 0, allow: "0", deny }]);
    const page = await run.open(await run.link("discord", KAYA));
    const card = page.locator("img.preview-card");
    await page.getByRole("img", { name: /Kaya Noir/ }).waitFor();
    await expect.poll(() => card.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
    await page.getByText("✓ I can post in #channel-003.").waitFor();
    await page.getByLabel("Channel for everything").selectOption(second);
    await page.getByText("I can’t post in #channel-004. Missing there: Send Messages.").waitFor();
    await page.getByText("In Discord: Edit Channel, Permissions").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("who lost the right between opening and saving is told so, and nothing is changed", async () => {
    const page = await run.open(await run.link("discord", KAYA));
    await page.getByLabel("Weekly digest").first().selectOption("5");
    run.discord.members.members.get(KAYA)!.delete(MODERATORS);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("You no longer manage Beat Lab. Nothing was changed.").waitFor();
    expect(await stored(run.ids.discord)).toMatchObject({ digest_day: 1 });
    run.discord.members.members.get(KAYA)!.add(MODERATORS);
  });

  test("a stranger finds nothing to set", async () => {
    const page = await run.open(`/communities/${run.ids.discord}`);
    await page.getByRole("heading", { name: "Nothing to set here" }).waitFor();
    const answer = await page.request.get(`${run.server.url}/v1/communities/${run.ids.discord}/settings`);
    expect(answer.status()).toBe(404);
  });
});

test("on a phone, in French and in light: a Slack workspace's settings, without a sideways scroll", async () => {
  const page = await run.open(await run.link("slack", "U0KAYA"), {
    locale: "fr-FR",
    colorScheme: "light",
    viewport: { width: 375, height: 812 },
  });
  await page.getByRole("heading", { level: 1, name: "Ce que reçoit Beat Lab" }).waitFor();
  const channel = page.getByLabel("Canal pour tout");
  await expect.poll(() => channel.isEnabled()).toBe(true);
  await channel.selectOption(run.slack.channelIds[1]);
  await page.getByLabel("Langue des messages").selectOption("fr");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("C’est enregistré").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await stored(run.ids.slack)).toMatchObject({ channel_id: run.slack.channelIds[1], locale: "fr" });
  run.slack.admins.delete("U0KAYA");
  const id = run.ids.slack;
  const refused = await page.request.patch(`${run.server.url}/v1/communities/${id}/settings`, {
    data: { locale: "en" },
    headers: { origin: run.server.url },
  });
  expect(refused.status()).toBe(403);
  const read = await page.request.get(`${run.server.url}/v1/communities/${id}/settings`);
  expect(CommunityAdmin.parse(await read.json()).settings.locale).toBe("fr");
});

test("Discord roles follow the level of a linked member and are taken back when unlinked, each with its reason", async () => {
  const { db } = run.server.dependencies;
  const key = await createApiKey(db, { scope: "ingest", trusted: true });
  const source = { specversion: "1.0", source: "test", time: "2026-11-20T10:00:00Z" };
  const data = { artistId: "1", name: "Kaya", producerId: "1", vouched: true };
  await fetch(`${run.server.url}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify([{ ...source, id: "1", type: "ca.beatpass.artist.updated", data }]),
  });
  const [five, ten] = ["900000000000000021", "900000000000000022"];
  const roles = [
    { level: 1, roleId: five },
    { level: 10, roleId: ten },
  ];
  await db.update(communities).set({ levelRoles: { mode: "stack", roles } });
  const member = { platformUserId: KAYA, producerId: "1", linkedAt: 0 };
  await db.insert(communityMembers).values({ ...member, communityId: run.ids.discord });
  await db.insert(identities).values({ ...member, platform: "discord", scope: "", displayName: "Kaya" });
  const held = async () => {
    await run.server.dependencies.writer.run("settleRoles", undefined);
    return [...run.discord.members.members.get(KAYA)!].sort();
  };
  const soon = { timeout: 30_000, interval: 100 };
  await expect.poll(held, soon).toEqual([five, MODERATORS]);
  await db.update(producers).set({ level: 12 });
  await expect.poll(held, soon).toEqual([five, ten, MODERATORS]);
  await db.delete(identities);
  await expect.poll(held, soon).toEqual([MODERATORS]);
  expect(run.discord.members.changes.map((change) => change.split(": ")[1])).toEqual([
    expect.stringMatching(/BeatPass/),
    expect.stringMatching(/12/),
    expect.stringMatching(/délié|linked/),
    expect.stringMatching(/délié|linked/),
  ]);
});

test("Discord and Slack were asked for nothing that they would refuse", () => {
  expect([...run.discord.refused, ...run.slack.refused]).toEqual([]);
});
