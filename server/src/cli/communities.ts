import { CHAT_PLATFORMS, type ChatPlatform, CommunitySettings, LOCALES } from "@beatpass/shared/contracts";
import { RARITIES } from "@beatpass/shared/rules";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { z } from "zod";
import { type CommunityChange, saveCommunity } from "../communities/index.ts";
import { saveSettings } from "../community-admin/index.ts";
import { AppError } from "../errors.ts";
import { withContext } from "./context.ts";

export function addCommunityCommands(program: Command): void {
  program
    .command("community")
    .description("Discord servers and Slack workspaces")
    .command("set")
    .description("make or configure a community")
    .addOption(new Option("--platform <platform>").choices(CHAT_PLATFORMS).makeOptionMandatory())
    .requiredOption("--guild <id>", "the Discord server's or Slack workspace's id")
    .requiredOption("--channel <id>", "the channel where announcements go")
    .option("--name <name>")
    .addOption(new Option("--language <language>").choices(LOCALES))
    .addOption(
      new Option("--members <who>", "who is announced: those who linked themselves, or everybody").choices([
        "linked",
        "all",
      ]),
    )
    .option("--level-up-from <level>", "quieter below this level, but for new titles", (value) =>
      readNumber(CommunitySettings.shape.levelUpFrom, value, "1 to 100"),
    )
    .addOption(new Option("--unlocks-from <rarity>").choices(RARITIES))
    .option(
      "--daily-posts <number>",
      "messages a channel and day, the rest folded; 0 for as many as there are",
      (value) => readNumber(CommunitySettings.shape.dailyPosts, value, "0 to 100"),
    )
    .action(async (wanted: Wanted) => {
      const { platform, guild, channel, language, name, ...rest } = wanted;
      requireId(platform, "--guild", guild);
      requireId(platform, "--channel", channel);
      const change = { channelId: channel, locale: language, ...rest };
      await withContext(async (context) => {
        const communityId = await saveCommunity(context, { platform, guildId: guild, name });
        await saveSettings(context, { communityId, who: "cli", name: "CLI", change });
      });
      console.log(`Saved. Announcements of ${platform} ${guild} go to channel ${channel}.`);
    });
}

/** Exact, as the settings page has it: neither rounded nor cut. */
function readNumber(schema: z.ZodType<number>, value: string, range: string): number {
  const read = schema.safeParse(value.trim() === "" ? undefined : Number(value));
  if (read.success) return read.data;
  throw new InvalidArgumentError(`A number from ${range}.`);
}

/** How ids look: a mistyped one would be found out only when nothing arrives. */
const IDS: Record<ChatPlatform, { pattern: RegExp; example: string }> = {
  discord: { pattern: /^\d{1,20}$/, example: "1234567890123456789" },
  slack: { pattern: /^[A-Z0-9]{2,30}$/, example: "C0123456789 or T0123456789" },
};

/** @throws AppError invalid */
function requireId(platform: ChatPlatform, option: string, id: string): void {
  const { pattern, example } = IDS[platform];
  if (pattern.test(id)) return;
  throw new AppError(
    "invalid",
    `${option} takes an id as ${platform} writes it, such as ${example}; nothing was saved.`,
  );
}

type Wanted = Pick<CommunityChange, "platform" | "name" | "members" | "levelUpFrom" | "unlocksFrom" | "dailyPosts"> & {
  guild: string;
  channel: string;
  language?: CommunityChange["locale"];
};
