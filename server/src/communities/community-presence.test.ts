import { expect, test } from "vitest";
import { createTestContext, lease, rowsOf } from "../testing/index.ts";
import { communitySeen } from "./community-presence.ts";
import { saveCommunity } from "./save-community.ts";

test("a community begins in its platform's language, and keeps the one that somebody chose when the bot comes online", async () => {
  const context = await createTestContext();
  const guild = { platform: "discord", guildId: "g1", name: "Beat Lab" } as const;
  const language = () => rowsOf(context.db, "SELECT locale FROM communities");
  await communitySeen(context, { ...guild, locale: "fr" });
  expect(await language()).toEqual([{ locale: "fr" }]);
  await saveCommunity(context, { ...guild, locale: "en" });
  await communitySeen(context, { ...guild, locale: "fr" });
  expect(await language()).toEqual([{ locale: "en" }]);
  context.close();
});

test("whoever owns a community is greeted privately when its bot is seen first, once; its channels hear nothing", async () => {
  const context = await createTestContext();
  const guild = { platform: "discord", guildId: "g1", name: "Beat Lab", locale: "fr", ownerId: "owner" } as const;
  await communitySeen(context, guild);
  await communitySeen(context, guild);
  const told = await lease(context);
  expect(told).toMatchObject([
    { to: "person", channelId: "owner", locale: "fr", view: { kind: "notice", about: "hello" } },
  ]);
  // Set up by hand before its bot came: nobody has anything left to do.
  await saveCommunity(context, { platform: "discord", guildId: "g2", channelId: "c2" });
  await communitySeen(context, { ...guild, guildId: "g2", ownerId: "other" });
  expect(await lease(context)).toEqual([]);
  context.close();
});
