import { expect, test } from "vitest";
import { COMMANDS } from "../commands/command-list.ts";
import { discordManifest } from "./discord-manifest.ts";
import { slackManifest } from "./slack-manifest.ts";

test("Slack's manifest has every subcommand in its hint, and addresses only where Slack calls over HTTP", () => {
  const overHttp = slackManifest(COMMANDS, { over: "http", url: "https://bots.example/" });
  expect(overHttp).toMatchObject({
    features: {
      slash_commands: [
        {
          command: "/beatpass",
          url: "https://bots.example/slack/commands",
          usage_hint: COMMANDS.map(({ name }) => name).join(" | "),
          should_escape: true,
        },
      ],
      app_home: { home_tab_enabled: true },
    },
    settings: {
      socket_mode_enabled: false,
      interactivity: {
        is_enabled: true,
        request_url: "https://bots.example/slack/interactions",
        message_menu_options_url: "https://bots.example/slack/interactions",
      },
      event_subscriptions: {
        request_url: "https://bots.example/slack/events",
        bot_events: ["app_home_opened", "app_uninstalled", "tokens_revoked"],
      },
    },
  });
  const overSocket = slackManifest(COMMANDS, { over: "socket" });
  expect(overSocket).toMatchObject({ settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } } });
  expect(JSON.stringify(overSocket)).not.toContain("url");
});

test("Discord's has the install link with exactly what the bot uses, and the commands as they are registered", () => {
  const manifest = discordManifest(COMMANDS, "900000000000000001");
  expect(manifest).toMatchObject({
    installLink:
      "https://discord.com/oauth2/authorize?client_id=900000000000000001&scope=bot+applications.commands&permissions=268536832",
    permissions: ["ViewChannel", "SendMessages", "AttachFiles", "ReadMessageHistory", "ManageRoles"],
    privilegedIntents: [],
    commands: [{ name: "beatpass", options: COMMANDS.map(({ name }) => expect.objectContaining({ name })) }],
  });
});

test("every command keeps Discord's limits: 25 subcommands, descriptions of 100 characters, 8000 characters in all", () => {
  const { commands } = discordManifest(COMMANDS, "900000000000000001") as { commands: { options: object[] }[] };
  expect(COMMANDS.length).toBeLessThanOrEqual(25);
  const texts = JSON.stringify(commands).match(/"(?:description|name|value|fr)":"[^"]*"/g) ?? [];
  expect(texts.join("").length).toBeLessThan(8000);
});
