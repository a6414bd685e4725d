import type { Insights } from "@beatpass/shared/contracts";
import { compareIds } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList, readRows } from "../db/json-rows.ts";
import { GUESTS } from "./gather-plays.ts";
import { unpackCounts } from "./packed-counts.ts";
import { pseudonym } from "./pseudonym.ts";

const TOP = 10;

/**
 * Up to ten accounts by plays, then id, and the guests as one row (spec §5, §12.4). A listener is a pseudonym unless a
 * producer here.
 * @param packed the listeners of each track and day, see countKeys
 */
export async function readListeners(db: Reader, packed: Iterable<Uint8Array>): Promise<Insights["listeners"]> {
  const sums = sumUp(packed);
  const { total } = sums;
  const top = await readTop(db, sums);
  const producers = new Map(
    await readRows<[string, string]>(db, sql`id, name`, sql`producers WHERE id IN ${idList(top.map(({ id }) => id))}`),
  );
  const accounts = top.map(({ id, plays }) => {
    const producer = producers.get(id);
    return {
      ...(producer !== undefined && { listenerId: id }),
      name: producer ?? pseudonym(id),
      plays,
      share: plays / total,
    };
  });
  const guests = sums.plays[GUESTS]!;
  return guests > 0 ? [...accounts, { name: "guests", plays: guests, share: guests / total }] : accounts;
}

type Sums = {
  /** Plays by listener key. Keys are short numbers without gaps: a list by key is many times faster than a map. */
  plays: Uint32Array;
  /** The keys of accounts that have any. */
  accounts: number[];
  total: number;
};

function sumUp(packed: Iterable<Uint8Array>): Sums {
  const sums: Sums = { plays: new Uint32Array(1024), accounts: [], total: 0 };
  const add = (key: number, count: number) => {
    if (key >= sums.plays.length) sums.plays = longer(sums.plays, key);
    if (sums.plays[key] === 0 && key !== GUESTS) sums.accounts.push(key);
    sums.plays[key]! += count;
    sums.total += count;
  };
  for (const bytes of packed) unpackCounts(bytes, add);
  return sums;
}

function longer(list: Uint32Array, key: number): Uint32Array {
  const result = new Uint32Array(2 ** Math.ceil(Math.log2(key + 1)));
  result.set(list);
  return result;
}

/** Ids are looked up for those alone who may be among the ten. */
async function readTop(db: Reader, { plays, accounts }: Sums): Promise<{ id: string; plays: number }[]> {
  const least = tenthHighest(accounts.map((key) => plays[key]!));
  const keys = accounts.filter((key) => plays[key]! >= least);
  const ids = await readRows<[number, string]>(db, sql`key, id`, sql`listeners WHERE key IN ${idList(keys)}`);
  return ids
    .map(([key, id]) => ({ id, plays: plays[key]! }))
    .sort((a, b) => b.plays - a.plays || compareIds(a.id, b.id))
    .slice(0, TOP);
}

/** 0 where there are fewer than ten. */
function tenthHighest(counts: readonly number[]): number {
  const highest = Array.from({ length: TOP }, () => 0);
  for (const count of counts) {
    if (count <= highest.at(-1)!) continue;
    highest[TOP - 1] = count;
    highest.sort((a, b) => b - a);
  }
  return highest.at(-1)!;
}
