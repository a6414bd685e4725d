import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors.ts";
import type { Database, Tx } from "./client.ts";
import { storageFault } from "./storage-fault.ts";

/** @param options.together may share a transaction with others that wait, so that one commit makes all of them durable */
export type Write = <T>(work: (tx: Tx) => Promise<T>, options?: { together?: boolean }) => Promise<T>;

type Waiting = {
  work: (tx: Tx) => Promise<unknown>;
  together: boolean;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
};

const ATTEMPTS = 6;
const MOST_TOGETHER = 16;

/**
 * Runs write transactions one after another within this process: two overlapping ones on a file fail at once.
 * Another process's write is waited for and tried again. Work may hence run more than once; all but its last run is
 * undone.
 * @throws AppError "busy" when the database stays locked, "storage_full" when the disk is full; nothing is written then
 */
export function createWrite(db: Database): Write {
  const waiting: Waiting[] = [];
  let running = false;
  const runAll = async () => {
    running = true;
    while (waiting.length > 0) {
      // A file's client never lets go within a transaction: whoever asked meanwhile comes in now.
      await nextTurn();
      await run(db, takeNext(waiting));
    }
    running = false;
  };
  return <T>(work: (tx: Tx) => Promise<T>, { together = false } = {}) =>
    new Promise<T>((resolve, reject) => {
      // What `work` gives is what `resolve` takes; the list holds both without their type.
      waiting.push({ work, together, resolve: resolve as (result: unknown) => void, reject });
      if (!running) void runAll();
    });
}

/** The first that waits, with those behind it that may share its transaction. */
function takeNext(waiting: Waiting[]): Waiting[] {
  const alone = waiting.findIndex(({ together }) => !together);
  const shared = alone === -1 ? waiting.length : alone;
  return waiting.splice(0, Math.min(Math.max(shared, 1), MOST_TOGETHER));
}

async function run(db: Database, group: readonly Waiting[]): Promise<void> {
  try {
    const results = await attempt(db, async (tx) => {
      const all: unknown[] = [];
      for (const { work } of group) all.push(await work(tx));
      return all;
    });
    for (const [index, { resolve }] of group.entries()) resolve(results[index]);
  } catch (error) {
    if (group.length === 1 || storageFault(error) === "busy") for (const { reject } of group) reject(error);
    // One that fails takes no other along: each is done again by itself.
    else for (const one of group) await run(db, [one]);
  }
}

async function attempt<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const code = storageFault(error);
      if (code === "full") {
        throw new AppError(
          "storage_full",
          "The disk that holds the database is full; nothing of this request was kept.",
          { cause: error },
        );
      }
      if (code !== "busy") throw error;
      if (tries === ATTEMPTS) {
        throw new AppError(
          "busy",
          "The database is locked by another process; nothing of this request was kept. Try again.",
          { cause: error },
        );
      }
      await sleep(25 * 2 ** tries * (0.5 + Math.random()));
    }
  }
}
