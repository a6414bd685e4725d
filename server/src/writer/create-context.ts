import { RULEBOOKS } from "@beatpass/shared/rules";
import { keepKnown } from "../activity/index.ts";
import { fixedClock, machineClock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { WriteContext } from "../context.ts";
import { openDatabase, WRITER_CACHE_MIB } from "../db/client.ts";
import { createWrites } from "../db/write.ts";
import type { Log } from "../log.ts";

/** Opens the database and gathers what verbs need. @param cacheMib for pages of the database, in memory */
export async function createWriteContext(config: Config, log: Log, cacheMib = WRITER_CACHE_MIB): Promise<WriteContext> {
  const db = await openDatabase({ ...config.database, cacheMib });
  const known = keepKnown(db);
  return {
    db,
    ...createWrites({ db, onUndone: known.forget }),
    known,
    clock: config.clockAt === undefined ? machineClock : fixedClock(config.clockAt),
    rulebook: RULEBOOKS[config.rulebook],
    log,
  };
}
