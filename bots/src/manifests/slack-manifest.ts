import { COMMAND_NAME, type CommandData, createTranslator } from "@beatpass/messages";
import { SLACK_SCOPES } from "./slack-scopes.ts";

/** How Slack reaches the bots: at an https address, or over a socket that they open, behind a firewall. */
export type SlackReach = { over: "http"; url: string } | { over: "socket" };

/** The app's manifest for https://api.slack.com/apps, made from the command list. */
export function slackManifest(commands: readonly CommandData[], reach: SlackReach): object {
  const description = createTranslator("en")("command.beatpass.description");
  const at = (path: string) => (reach.over === "http" ? `${reach.url.replace(/\/+$/, "")}${path}` : undefined);
  const url = (name: string, path: string) => (reach.over === "http" ? { [name]: at(path) } : {});
  return {
    display_information: { name: "BeatPass Companion", description, background_color: "#1b1430" },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: "BeatPass Companion", always_online: true },
      slash_commands: [
        {
          command: `/${COMMAND_NAME}`,
          ...url("url", "/slack/commands"),
          description,
          usage_hint: commands.map(({ name }) => name).join(" | "),
          // Members and channels come as ids, which names typed by hand would not be.
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: [...SLACK_SCOPES] } },
    settings: {
      event_subscriptions: {
        ...url("request_url", "/slack/events"),
        bot_events: ["app_home_opened", "app_uninstalled", "tokens_revoked"],
      },
      interactivity: {
        is_enabled: true,
        ...url("request_url", "/slack/interactions"),
        // Where Slack asks for what a menu offers.
        ...url("message_menu_options_url", "/slack/interactions"),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: reach.over === "socket",
      token_rotation_enabled: false,
    },
  };
}
