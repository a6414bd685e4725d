import type { Rulebook } from "@beatpass/shared/rules";
import type { Known } from "./activity/index.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./db/client.ts";
import type { Kept } from "./db/kept.ts";
import type { Write, WriteTogether } from "./db/write.ts";
import type { WorkOut } from "./leaderboards/index.ts";
import type { Log } from "./log.ts";

/** What a verb that reads needs. */
export type ReadContext = { db: Database; clock: Clock };

/** What a verb needs that tells by which rules XP is paid. */
export type RuledContext = ReadContext & { rulebook: Rulebook };

/** What a verb that writes needs: one verb is one transaction. */
export type WriteContext = RuledContext & {
  write: Write;
  writeTogether: WriteTogether;
  /** What plays are judged by, from one transaction to the next. */
  known: Kept<Known>;
  log: Log;
  /** Works refreshes out in another thread; where absent they are worked out in this one. */
  workOut?: WorkOut;
};
