import type { CommandData } from "@beatpass/messages";
import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from "discord.js";
import { discordCommands } from "../discord/registration.ts";

/** What the bot needs where it posts; roles only where a community gives them by level. */
const PERMISSIONS = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.ManageRoles,
]);
const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands];

/** What Discord wants to know: the link that adds the bot, with what it asks for, and its commands. */
export function discordManifest(commands: readonly CommandData[], applicationId: string): object {
  return {
    scopes: SCOPES,
    permissions: PERMISSIONS.toArray(),
    intents: ["Guilds"],
    privilegedIntents: [],
    commands: discordCommands(commands),
    // At the end, where a terminal stops: it is what has to be opened.
    installLink: installLink(applicationId),
  };
}

/** Opened in a browser, it adds the bot to a server, with what it asks for. */
export function installLink(applicationId: string): string {
  const link = new URL("https://discord.com/oauth2/authorize");
  link.searchParams.set("client_id", applicationId);
  link.searchParams.set("scope", SCOPES.join(" "));
  link.searchParams.set("permissions", PERMISSIONS.bitfield.toString());
  return link.href;
}
