import { CHAT_PLATFORMS, CommunitySettings, LOCALES } from "@beatpass/shared/contracts";
import { RARITIES } from "@beatpass/shared/rules";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommunityChange, saveCommunity } from "../communities/index.ts";
import { withContext } from "./context.ts";

export function addCommunityCommands(program: Command): void {
  program
    .command("community")
    .description("Discord servers and Slack workspaces")
    .command("set")
    .description("make or configure a community")
    .addOption(new Option("--platform <platform>").choices(CHAT_PLATFORMS).makeOptionMandatory())
    .requiredOption("--guild <id>", "the Discord server's or Slack workspace's id")
    .requiredOption("--channel <id>", "where announcements go")
    .option("--name <name>")
    .addOption(new Option("--language <language>").choices(LOCALES))
    .addOption(
      new Option("--members <who>", "who is announced: those who linked themselves, or everybody").choices([
        "linked",
        "all",
      ]),
    )
    .option("--level-up-from <level>", "quieter below this level, but for new titles", (value) =>
      Number.parseInt(value, 10),
    )
    .addOption(new Option("--unlocks-from <rarity>").choices(RARITIES))
    .option(
      "--daily-posts <number>",
      "messages a channel and day, the rest folded; 0 for as many as there are",
      readDailyPosts,
    )
    .action(async (wanted: Wanted) => {
      const { platform, guild, channel, language, ...rest } = wanted;
      await withContext((context) =>
        saveCommunity(context, { platform, guildId: guild, channelId: channel, locale: language, ...rest }),
      );
      console.log(`Saved. Announcements of ${platform} ${guild} go to channel ${channel}.`);
    });
}

function readDailyPosts(value: string): number {
  const read = CommunitySettings.shape.dailyPosts.safeParse(value === "" ? undefined : Number(value));
  if (read.success) return read.data;
  throw new InvalidArgumentError("A number from 0 to 100.");
}

type Wanted = Pick<CommunityChange, "platform" | "name" | "members" | "levelUpFrom" | "unlocksFrom" | "dailyPosts"> & {
  guild: string;
  channel: string;
  language?: CommunityChange["locale"];
};
