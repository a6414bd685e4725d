import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "./client.ts";

/** A list as one parameter: `FROM ${jsonEach(list)}`, whose `value` is the item. */
export const jsonEach = (list: readonly unknown[]): SQL => sql`json_each(${jsonText(list)})`;

/**
 * Many rows as one parameter: `FROM ${jsonRows(rows)} WHERE true`, whose `value ->> 0 …` are the columns.
 * One statement for a whole batch is an order of magnitude faster than one per row.
 */
// Each row is parsed once, to JSONB, and not once per column; the limit keeps SQLite from merging the two queries.
export const jsonRows = (rows: readonly (readonly unknown[])[]): SQL => textRows(jsonText(rows));

/** As jsonRows, for rows that another thread has made a text of. @param text see jsonText */
export const textRows = (text: string): SQL => sql`(SELECT jsonb(value) AS value FROM json_each(${text}) LIMIT -1)`;

/**
 * Many rows as one text: the client makes an object of two properties per column of a row, which costs more than
 * the query itself where rows come in thousands.
 * @param from what follows FROM: `tracks WHERE …`
 */
export async function readRows<Row extends readonly unknown[]>(db: Reader, columns: SQL, from: SQL): Promise<Row[]> {
  const [row] = await db.all<{ list: string }>(
    sql`SELECT json_group_array(json_array(${columns})) AS list FROM ${from}`,
  );
  return JSON.parse(row!.list) as Row[];
}

/**
 * Very many rows, a list per column: a list for each row would have to be made, and cleared away.
 * @param columns what each is, by its name @param from as of readRows
 */
export async function readColumns<Columns extends Record<string, unknown>>(
  db: Reader,
  columns: { [Name in keyof Columns]: SQL },
  from: SQL,
): Promise<{ [Name in keyof Columns]: Columns[Name][] }> {
  const names = Object.keys(columns) as (keyof Columns)[];
  const lists = sql.join(
    names.map((name, at) => sql`json_group_array(${columns[name]}) AS ${sql.identifier(`column${at}`)}`),
    sql`, `,
  );
  const [read] = await db.all<Record<string, string>>(sql`SELECT ${lists} FROM ${from}`);
  const parsed = names.map((name, at) => [name, JSON.parse(read![`column${at}`]!)]);
  return Object.fromEntries(parsed) as { [Name in keyof Columns]: Columns[Name][] };
}

/** A fraction for readRows, to the last bit: JSON gets 15 digits from SQLite. What comes out may be a text: take Number, of NULL none. */
export const exactNumber = (column: SQL): SQL =>
  sql`CASE WHEN abs(${column}) < 100000 OR ${column} = CAST(${column} AS INTEGER) THEN ${column}
    WHEN ${column} IS NOT NULL THEN printf('%!.17g', ${column}) END`;

/** A list of ids as one parameter: `WHERE id IN ${idList(ids)}`. */
export const idList = (ids: Iterable<string | number>): SQL => sql`(SELECT value FROM ${jsonEach([...ids])})`;

/**
 * A list as the text that SQLite reads. It would make bytes that are no UTF-8 of half a surrogate pair, and the database client ends the process when
 * it reads such a text.
 */
export function jsonText(list: readonly unknown[]): string {
  const json = JSON.stringify(list);
  if (!json.includes("\\ud")) return json;
  return JSON.stringify(list, (_, value) => (typeof value === "string" ? value.toWellFormed() : value));
}
