import { expect, test } from "vitest";
import { createTestContext, rowsOf } from "../testing/index.ts";
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
