import type { Reply, Request } from "../loopback-server.ts";
import { channelObject, memberObject, userObject } from "./objects.ts";

const VIEW_AND_SEND = String((1 << 10) | (1 << 11) | (1 << 15) | (1 << 16));
const MANAGE_GUILD = String(1 << 5);
const MANAGE_ROLES = 1 << 28;

type Role = { id: string; name: string; position: number; permissions: string };
type Overwrite = { id: string; type: 0 | 1; allow: string; deny: string };

/** A guild's members, roles and channels over REST, with the hierarchy that Discord guards. */
export class Guild {
  readonly botRole = "900000000000000020";
  readonly roles: Role[];
  /** Members by user id, with their roles; whoever left is not here. */
  readonly members = new Map<string, Set<string>>();
  /** When members joined last; all others long ago. */
  readonly joinedAt = new Map<string, string>();
  readonly overwrites = new Map<string, Overwrite[]>();
  /** Every change of a member's roles, with the reason for the audit log. */
  readonly changes: string[] = [];
  /** As if the bot had been invited without the right to manage roles. */
  mayManageRoles = true;
  readonly #id: string;
  readonly #channelIds: readonly string[];

  constructor(id: string, channelIds: readonly string[], botId: string) {
    this.#id = id;
    this.#channelIds = channelIds;
    this.roles = [
      { id, name: "@everyone", position: 0, permissions: VIEW_AND_SEND },
      { id: "900000000000000021", name: "Level 5", position: 1, permissions: "0" },
      { id: "900000000000000022", name: "Level 10", position: 2, permissions: "0" },
      { id: "900000000000000023", name: "Moderators", position: 9, permissions: MANAGE_GUILD },
      { id: this.botRole, name: "BeatPass", position: 5, permissions: VIEW_AND_SEND },
    ];
    this.members.set(botId, new Set([this.botRole]));
    this.members.set("900000000000000010", new Set(["900000000000000023"]));
  }

  /** Answers what is asked of the guild; nothing where it is asked of something else. */
  answer(method: string, path: string, headers: Request["headers"]): Reply | undefined {
    const match = /^\/guilds\/(\d+)(?:\/(channels|members)(?:\/(\d+)(?:\/roles\/(\d+))?)?)?$/.exec(path);
    if (!match) return undefined;
    const [, guildId, what, userId, roleId] = match;
    if (guildId !== this.#id) return { status: 404, body: { message: "Unknown Guild", code: 10004 } };
    if (userId === undefined) return { status: 200, body: what === "channels" ? this.#channels() : this.#guild() };
    const held = this.members.get(userId);
    if (!held) return { status: 404, body: { message: "Unknown Member", code: 10007 } };
    if (roleId !== undefined) return this.#change(method, userId, held, roleId, headers);
    return { status: 200, body: { ...memberObject(userObject(userId, "Member")), roles: [...held] } };
  }

  #change(method: string, userId: string, held: Set<string>, roleId: string, headers: Request["headers"]): Reply {
    const role = this.roles.find(({ id }) => id === roleId);
    if (!role) return { status: 404, body: { message: "Unknown Role", code: 10011 } };
    const top = this.roles.find(({ id }) => id === this.botRole)!.position;
    if (!this.mayManageRoles || role.position >= top || role.id === this.#id)
      return { status: 403, body: { message: "Missing Permissions", code: 50013 } };
    const reason = decodeURIComponent(String(headers["x-audit-log-reason"] ?? ""));
    this.changes.push(`${method === "PUT" ? "+" : "-"}${role.name} ${userId}: ${reason}`);
    if (method === "PUT") held.add(roleId);
    else held.delete(roleId);
    return { status: 204 };
  }

  #channels() {
    return this.#channelIds.map((id, position) => ({
      ...channelObject(id, this.#id),
      position,
      permission_overwrites: this.overwrites.get(id) ?? [],
    }));
  }

  #guild() {
    return {
      id: this.#id,
      name: "Beat Lab",
      owner_id: "900000000000000009",
      roles: this.roles.map((role) => ({
        ...role,
        permissions: role.id === this.botRole ? this.#botPermissions(role) : role.permissions,
        color: 0,
        hoist: false,
        managed: role.id === this.botRole,
        mentionable: false,
      })),
    };
  }

  #botPermissions({ permissions }: Role): string {
    return String(this.mayManageRoles ? Number(permissions) | MANAGE_ROLES : Number(permissions));
  }
}
