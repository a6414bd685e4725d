import type { Insights } from "@beatpass/shared/contracts";
import { compareIds } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList, jsonEach, readRows } from "../db/json-rows.ts";
import { GUESTS } from "./gather-plays.ts";
import { unpackCounts } from "./packed-counts.ts";
import { readPseudonyms } from "./pseudonym.ts";

const TOP = 10;

/**
 * Up to ten accounts by plays, then id, and the guests as one row (spec §5, §12.4). A listener is a pseudonym unless a
 * producer here.
 * @param packed the listeners of each track and day, see packed-counts.ts
 */
export async function readListeners(db: Reader, packed: Iterable<Uint8Array>): Promise<Insights["listeners"]> {
  const { candidates, guests, total } = withSums(packed, (sums) => ({
    candidates: candidatesOf(sums),
    guests: sums.plays[GUESTS]!,
    total: sums.total,
  }));
  const top = await readTop(db, candidates);
  const [rows, pseudonym] = await Promise.all([
    readRows<[string, string]>(db, sql`id, name`, sql`producers WHERE id IN ${idList(top.map(({ id }) => id))}`),
    readPseudonyms(db),
  ]);
  const producers = new Map(rows);
  const accounts = top.map(({ id, plays }) => {
    const producer = producers.get(id);
    return {
      ...(producer !== undefined && { listenerId: id }),
      name: producer ?? pseudonym(id),
      plays,
      share: plays / total,
    };
  });
  return guests > 0 ? [...accounts, { name: "guests", plays: guests, share: guests / total }] : accounts;
}

type Sums = {
  /** Plays by listener key. */
  plays: Uint32Array;
  /** The keys of accounts that have any. */
  accounts: number[];
  total: number;
};

/**
 * Keys are short numbers without gaps: a list by key is many times faster than a map, and one that is used again and
 * again spares making it. It is all zeros between two uses.
 */
let playsByKey = new Uint32Array(1024);

/** 4 MB. */
const MOST_KEPT = 2 ** 20;

/** Sums up and gives the sums to `use`, which may not wait for anything. */
function withSums<T>(packed: Iterable<Uint8Array>, use: (sums: Sums) => T): T {
  const accounts: number[] = [];
  let total = 0;
  const add = (key: number, count: number) => {
    if (key >= playsByKey.length) playsByKey = longer(playsByKey, key);
    if (playsByKey[key] === 0 && key !== GUESTS) accounts.push(key);
    playsByKey[key]! += count;
    total += count;
  };
  try {
    for (const bytes of packed) unpackCounts(bytes, add);
    return use({ plays: playsByKey, accounts, total });
  } finally {
    playsByKey[GUESTS] = 0;
    if (playsByKey.length > MOST_KEPT) playsByKey = new Uint32Array(1024);
    else for (const key of accounts) playsByKey[key] = 0;
  }
}

function longer(list: Uint32Array, key: number): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(2 ** Math.ceil(Math.log2(key + 1)));
  result.set(list);
  return result;
}

type Candidate = { key: number; plays: number };

/** Those who may be among the ten: everybody with as many plays as the tenth. Ascending by key. */
function candidatesOf({ plays, accounts }: Sums): Candidate[] {
  const least = tenthHighest(plays, accounts);
  return accounts
    .filter((key) => plays[key]! >= least)
    .sort((a, b) => a - b)
    .map((key) => ({ key, plays: plays[key]! }));
}

/** 0 where there are fewer than ten. */
function tenthHighest(plays: Uint32Array, accounts: readonly number[]): number {
  const highest = Array.from({ length: TOP }, () => 0);
  for (const key of accounts) {
    const count = plays[key]!;
    if (count <= highest.at(-1)!) continue;
    highest[TOP - 1] = count;
    highest.sort((a, b) => b - a);
  }
  return highest.at(-1)!;
}

/** Of many with as few plays, as usual tracks have, all ids are read: the first of them are among the ten. */
async function readTop(db: Reader, candidates: readonly Candidate[]): Promise<{ id: string; plays: number }[]> {
  const ids = await readRows<[number, string]>(
    db,
    sql`j.key, l.id`,
    sql`${jsonEach(candidates.map(({ key }) => key))} AS j CROSS JOIN listeners l ON l.key = j.value`,
  );
  return ids
    .map(([index, id]) => ({ id, plays: candidates[index]!.plays }))
    .sort((a, b) => b.plays - a.plays || compareIds(a.id, b.id))
    .slice(0, TOP);
}
