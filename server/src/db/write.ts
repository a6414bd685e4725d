import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors.ts";
import type { Database, Tx } from "./client.ts";
import { storageFault } from "./storage-fault.ts";

export type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const ATTEMPTS = 6;

/**
 * Runs write transactions one after another within this process: two overlapping ones on a file fail at once.
 * Another process's write is waited for and tried again.
 * @throws AppError "busy" when the database stays locked, "storage_full" when the disk is full; nothing is written then
 */
export function createWrite(db: Database): Write {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(() => attempt(db, work));
    last = result.catch(() => undefined);
    return result;
  };
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
