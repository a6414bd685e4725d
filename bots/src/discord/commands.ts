import { readTyped, splitTyped } from "@beatpass/messages";
import { toDiscordAnswer } from "@beatpass/messages/discord";
import type { Locale } from "@beatpass/shared/contracts";
import { leadsEverybody } from "@beatpass/shared/links";
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { Asking, CommandDeps } from "../commands/command.ts";
import { commandCalled } from "../commands/command-list.ts";
import { createFirstPress } from "../commands/first-press.ts";
import { runCommand } from "../commands/run-command.ts";
import { AS_SEEN, notShared, withShare } from "../commands/share.ts";
import type { Picture } from "../deliveries/sender.ts";
import { editOf, formOf } from "./edit-of.ts";

type Typed = ChatInputCommandInteraction<"cached" | "raw">;
type Pressed = ButtonInteraction<"cached" | "raw">;

const ALT_LENGTH = 1024;

const isFirstPress = createFirstPress();

/** French for every French of Discord's, English for all other languages. */
export const localeOf = (discordLocale: string): Locale => (discordLocale.startsWith("fr") ? "fr" : "en");

/** Answers a command privately; acknowledged before anything else is asked, since Discord waits 3 seconds. */
export async function replyTo(interaction: Typed, deps: CommandDeps): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const command = commandCalled(interaction.options.getSubcommand());
  if (!command) return;
  const asking = readAsking(interaction);
  const reply = await runCommand(command, asking, deps, (content) => interaction.editReply({ content }));
  const { form, picture } = reply;
  // What is shown with a picture is made again for the channel: pictures are not copied from message to message.
  const shared = picture ? [command.name, ...Object.values(asking.options)].join(" ") : AS_SEEN;
  const answer = form ? formOf(form, asking.locale) : toDiscordAnswer(withShare(reply, asking, shared));
  await interaction.editReply({ ...editOf(answer), files: filesOf(picture) });
}

function readAsking(interaction: Typed): Asking {
  const { options } = interaction;
  const [subcommand] = options.data;
  const given = (subcommand?.options ?? []).map(({ name, value }) => [name, String(value)] as const);
  return {
    ...askerOf(interaction),
    options: Object.fromEntries(given),
    memberName: async () => options.getUser("member")?.displayName ?? "",
  };
}

function askerOf(interaction: Typed | Pressed): Omit<Asking, "options" | "memberName"> {
  const { guildId, guild, user, locale, channelId } = interaction;
  return {
    community: { platform: "discord", guildId, name: guild?.name ?? "Discord" },
    user: { id: user.id, name: user.displayName },
    ...joinedAtOf(interaction.member),
    locale: localeOf(locale),
    channelId,
    isAdmin: async () => interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
  };
}

function joinedAtOf(member: Typed["member"]): { joinedAt?: string } {
  const joined = member instanceof GuildMember ? member.joinedTimestamp : member.joined_at;
  return joined === null ? {} : { joinedAt: new Date(joined).toISOString() };
}

/** Offers names while somebody types; nothing where the server does not answer in time. */
export async function suggestTo(
  interaction: AutocompleteInteraction<"cached" | "raw">,
  deps: CommandDeps,
): Promise<void> {
  const command = commandCalled(interaction.options.getSubcommand());
  const focused = interaction.options.getFocused(true);
  const option = command?.options.find(({ name }) => name === focused.name);
  const of = option?.takes === "text" ? option.suggests : undefined;
  if (of === undefined) return interaction.respond([]);
  const community = { platform: "discord" as const, guildId: interaction.guildId };
  const query = { user: interaction.user.id, of, typed: focused.value.slice(0, 300) };
  const { choices } = await deps.server.suggest(community, query).catch(() => ({ choices: [] }));
  await interaction.respond(
    choices.map(({ name, value }) => ({ name: name.slice(0, 100) || "–", value: value.slice(0, 100) })),
  );
}

/**
 * Shows an answer to the channel: word for word as its asker sees it, without asking anybody, or, where it has a
 * picture, made again from what was typed. A link to the asker's own page would lead everybody else to theirs.
 */
export async function shareAnswer(interaction: Pressed, deps: CommandDeps, typed: string): Promise<void> {
  const { id, content, components } = interaction.message;
  if (!isFirstPress(id)) return void (await interaction.deferUpdate());
  await interaction.update({ components: [] });
  if (typed !== AS_SEEN) return shareAnew(interaction, deps, typed);
  const links = components.flatMap((row) =>
    "components" in row
      ? row.components.filter((one) => "url" in one && one.url !== null && leadsEverybody(one.url))
      : [],
  );
  await interaction.followUp({
    content,
    allowedMentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
    ...(links.length > 0 && { components: [{ type: 1, components: links.map((link) => link.toJSON()) }] }),
  } as Parameters<ButtonInteraction["followUp"]>[0]);
}

async function shareAnew(interaction: Pressed, deps: CommandDeps, typed: string): Promise<void> {
  const { word, rest } = splitTyped(typed);
  const command = commandCalled(word);
  const asker = askerOf(interaction);
  const { lines, picture, shareable } = command?.shareable
    ? await runCommand(
        command,
        { ...asker, options: readTyped(command, rest).options, memberName: async () => "" },
        deps,
        async () => undefined,
      )
    : notShared(asker);
  const links = (lines.buttons ?? []).filter((button) => "url" in button && leadsEverybody(button.url));
  const flags = shareable ? MessageFlags.SuppressEmbeds : MessageFlags.Ephemeral;
  await interaction.followUp({
    ...editOf(toDiscordAnswer({ ...lines, buttons: links })),
    flags,
    files: filesOf(picture),
  });
}

const filesOf = (picture: Picture | undefined) =>
  picture ? [{ attachment: picture.png, name: "card.png", description: picture.alt.slice(0, ALT_LENGTH) }] : [];
