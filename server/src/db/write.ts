import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors.ts";
import type { Database, Tx } from "./client.ts";
import { storageFault } from "./storage-fault.ts";

/** Runs work as one transaction. */
export type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Work on many items at once; gives the result of each, in their order. */
type WorkOnAll<Item, T> = (tx: Tx, items: readonly Item[]) => Promise<T[]>;

/**
 * Hands an item to `work` together with those that wait for the same: one transaction, one set of statements and one
 * commit make all of them durable. An item that fails takes no other along.
 */
export type WriteTogether = <Item, T>(work: WorkOnAll<Item, T>, item: Item) => Promise<T>;

type Waiting = {
  work: WorkOnAll<unknown, unknown>;
  item: unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
};

/** A database, and what is told of every transaction that came to nothing, or perhaps did. */
type Undoable = { db: Database; onUndone: () => void };

const ATTEMPTS = 6;
const MOST_TOGETHER = 16;

/**
 * Runs write transactions one after another within this process: two overlapping ones on a file fail at once.
 * Another process's write is waited for and tried again. Work may hence run more than once; all but its last run is
 * undone.
 * @throws AppError "busy" when the database stays locked, "storage_full" when the disk is full; nothing is written then
 */
export function createWrites(database: Undoable): { write: Write; writeTogether: WriteTogether } {
  const waiting: Waiting[] = [];
  let running = false;
  const runAll = async () => {
    running = true;
    while (waiting.length > 0) {
      // A file's client never lets go within a transaction: whoever asked meanwhile comes in now.
      await nextTurn();
      await run(database, takeNext(waiting));
    }
    running = false;
  };
  const writeTogether: WriteTogether = <Item, T>(work: WorkOnAll<Item, T>, item: Item) =>
    new Promise<T>((resolve, reject) => {
      // What `work` takes and gives is what `item` and `resolve` are; the list holds them without their types.
      waiting.push({ work, item, resolve, reject } as Waiting);
      if (!running) void runAll();
    });
  return {
    writeTogether,
    // A function of its own is shared with nobody.
    write: (work) => writeTogether(async (tx) => [await work(tx)], undefined),
  };
}

/** The first that waits, with those right behind it that wait for the same work. */
function takeNext(waiting: Waiting[]): Waiting[] {
  const other = waiting.findIndex(({ work }) => work !== waiting[0]!.work);
  return waiting.splice(0, Math.min(other === -1 ? waiting.length : other, MOST_TOGETHER));
}

async function run(database: Undoable, group: readonly Waiting[]): Promise<void> {
  const { work } = group[0]!;
  try {
    const items = group.map(({ item }) => item);
    const results = await attempt(database, (tx) => work(tx, items));
    for (const [index, { resolve }] of group.entries()) resolve(results[index]);
  } catch (error) {
    if (group.length === 1 || storageFault(error) === "busy") for (const { reject } of group) reject(error);
    else for (const one of group) await run(database, [one]);
  }
}

async function attempt<T>({ db, onUndone }: Undoable, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      onUndone();
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
