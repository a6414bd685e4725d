import { sql } from "drizzle-orm";
import type { Tx } from "./client.ts";

/** What transactions would read again and again, kept in memory for as long as nothing else is written. */
export type Kept<Value extends object> = {
  /** The value as the last transaction left it where nothing was written since, else a new one. Kept on by {@link Kept.keep} alone. */
  take(tx: Tx): Promise<Value>;
  /** At the end of a transaction: the value fits all that it wrote. */
  keep(tx: Tx, value: Value): Promise<void>;
  /** Runs writes that change nothing of what the value was made from: it is kept across them. */
  across<T>(tx: Tx, work: () => Promise<T>): Promise<T>;
  /** A transaction was undone, perhaps one that left its value here. */
  forget(): void;
};

/**
 * Keeps a value that is made from what the database holds. SQLite tells whether a connection sees what it saw: its
 * data_version changes when another connection, of whatever process, has committed, and its total_changes with every
 * row that it writes itself, undone or not.
 * @param make the value before anything was read
 */
export function keepWhileUnchanged<Value extends object>(make: () => Value): Kept<Value> {
  let kept: { value: Value; state: string } | undefined;
  const stateOf = async (tx: Tx) => {
    const [row] = await tx.all<{ state: string }>(
      sql`SELECT data_version || ' ' || total_changes() AS state FROM pragma_data_version`,
    );
    return `${await connectionOf(tx)} ${row!.state}`;
  };
  const take = async (tx: Tx): Promise<Value | undefined> => {
    const last = kept;
    kept = undefined;
    return last && (await stateOf(tx)) === last.state ? last.value : undefined;
  };
  const keep = async (tx: Tx, value: Value) => {
    kept = { value, state: await stateOf(tx) };
  };
  return {
    take: async (tx) => (await take(tx)) ?? make(),
    keep,
    across: async (tx, work) => {
      const value = await take(tx);
      const result = await work();
      if (value) await keep(tx, value);
      return result;
    },
    forget: () => {
      kept = undefined;
    },
  };
}

let connections = 0;

/**
 * A number of its own for each connection, as one's counts say nothing about another's: the client has several and opens
 * them anew. It is kept where SQLite has room for a number, with the connection's temporary tables.
 */
async function connectionOf(tx: Tx): Promise<number> {
  const [row] = await tx.all<{ user_version: number }>(sql`PRAGMA temp.user_version`);
  if (row!.user_version > 0) return row!.user_version;
  connections++;
  await tx.run(sql.raw(`PRAGMA temp.user_version = ${connections}`));
  return connections;
}

/** Keeps nothing, for a remote database: its statements need not go over one connection. */
export const keepNothing = <Value extends object>(make: () => Value): Kept<Value> => ({
  take: async () => make(),
  keep: async () => undefined,
  across: (_tx, work) => work(),
  forget: () => undefined,
});
