import type { ChatPlatform, Errand, ResultOf } from "@beatpass/shared/contracts";

/** What an errand gave, or that it certainly was not done and may be tried again. */
export type Outcome<Result> = { is: "done"; result: Result } | { is: "later"; retryAfterMs?: number; detail: string };

/** A platform's end of errands. No method throws for what the platform or the network does; each may be repeated. */
export type ErrandRunner = {
  platform: ChatPlatform;
  mayManage: (guildId: string, userId: string) => Promise<Outcome<ResultOf<"may-manage">>>;
  /** @param userId who chooses among them, where it is somebody there */
  places: (guildId: string, userId?: string) => Promise<Outcome<ResultOf<"places">>>;
  holdRoles: (
    guildId: string,
    errand: Extract<Errand, { is: "hold-roles" }>,
  ) => Promise<Outcome<ResultOf<"hold-roles">>>;
};
