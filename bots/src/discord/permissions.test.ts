import type { APIRole } from "discord.js";
import { PermissionFlagsBits as Flags } from "discord.js";
import { describe, expect, test } from "vitest";
import { barOf } from "./permissions.ts";

const role = (id: string, position: number, permissions = 0n) =>
  ({ id, name: id, position, permissions: String(permissions) }) as APIRole;

const EVERYONE = role("guild", 0, Flags.ViewChannel | Flags.MentionEveryone);
const guild = {
  id: "guild",
  owner_id: "owner",
  roles: [
    EVERYONE,
    role("level", 1),
    role("low", 3, Flags.ManageRoles),
    role("settings", 4, Flags.ManageGuild),
    role("bot", 6, Flags.ManageRoles),
    role("admin", 8, Flags.Administrator),
  ],
};
const me = { id: "bot", roles: ["bot"] };
const bar = (wanted: APIRole, ...roles: string[]) => barOf(guild, wanted, { me, asker: { id: "someone", roles } });

describe("a role by level", () => {
  test.each([
    ["Administrator", Flags.Administrator],
    ["Manage Server", Flags.ManageGuild],
    ["Manage Roles", Flags.ManageRoles],
    ["Manage Channels", Flags.ManageChannels],
    ["Manage Webhooks", Flags.ManageWebhooks],
    ["Manage Messages", Flags.ManageMessages],
    ["Ban Members", Flags.BanMembers],
    ["Kick Members", Flags.KickMembers],
    ["Timeout Members", Flags.ModerateMembers],
  ])("carries no %s, whoever asks", (_name, permission) => {
    const wanted = role("wanted", 1, permission | Flags.ViewChannel);
    expect(barOf(guild, wanted, { me, asker: { id: "owner", roles: [] } })).toBe("powerful");
    expect(barOf(guild, wanted, { me })).toBe("powerful");
  });

  test("may carry what everyone has, and mentions everyone only where everyone does", () => {
    const copy = role("copy", 1, BigInt(EVERYONE.permissions));
    expect(barOf(guild, copy, { me })).toBeUndefined();
    const strict = { ...guild, roles: [role("guild", 0), ...guild.roles.slice(1)] };
    expect(barOf(strict, copy, { me })).toBe("powerful");
  });

  test("is chosen by who may manage roles, below their own highest one; the owner stands above all", () => {
    const wanted = role("wanted", 3);
    expect(bar(wanted, "settings")).toBe("no-right");
    expect(bar(wanted)).toBe("no-right");
    expect(bar(wanted, "low")).toBe("above-asker");
    expect(bar(role("lower", 2), "low")).toBeUndefined();
    expect(bar(wanted, "low", "settings")).toBeUndefined();
    expect(bar(role("top", 8), "admin")).toBe("above-asker");
    expect(barOf(guild, wanted, { me, asker: { id: "owner", roles: [] } })).toBeUndefined();
  });

  test("stands below the bot's own", () => {
    expect(barOf(guild, role("wanted", 6), { me })).toBe("above-bot");
    expect(bar(role("wanted", 7), "admin")).toBe("above-bot");
    expect(bar(role("wanted", 5), "admin")).toBeUndefined();
  });
});
