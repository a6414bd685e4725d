import { LibsqlError } from "@libsql/client";
import { DrizzleQueryError } from "drizzle-orm";
import { type DatabaseConfig, readConfig } from "../config.ts";
import { databaseFile } from "./client.ts";

/**
 * What went wrong, for who runs the program. Where the database is at fault: where it is, why, and what to look at.
 * @param environment the one that the program runs in
 */
export function describeFailure(error: unknown, environment: Record<string, string | undefined>): string {
  // Without a configuration no database was ever asked.
  if (causesOf(error).some(isOfDatabase)) return describeDatabaseFailure(error, readConfig(environment).database);
  return messageOf(error);
}

/** The same for what is known to be of the database. Never a statement, its values, or a token. */
export function describeDatabaseFailure(error: unknown, { url, authToken }: DatabaseConfig): string {
  const reason =
    causesOf(error)
      .map(messageOf)
      .findLast((message) => message !== "" && !FAILED_QUERY.test(message)) ?? "a statement failed";
  const place = databasePlace(url);
  if (databaseFile(url))
    return `${place}: ${CANNOT_OPEN.test(reason) ? "it cannot be opened" : reason}; ${hintForFile(error)}`;
  const text = `${place}: ${withoutNames(reason)}; check DATABASE_URL, DATABASE_AUTH_TOKEN and the network`;
  return authToken ? text.replaceAll(authToken, "…") : text;
}

/** A database's file, or its address without what opens it. */
export const databasePlace = (url: string): string => databaseFile(url) ?? withoutNames(url.replace(/\?.*/, ""));

const FAILED_QUERY = /^Failed query:/;
/** libsql's own words where SQLite cannot open a file; no class of its own. */
const CANNOT_OPEN = /^ConnectionFailed\(/;
const DAMAGED = /SQLITE_(NOTADB|CORRUPT)|^it is damaged/;

function hintForFile(error: unknown): string {
  if (causesOf(error).some((cause) => DAMAGED.test(messageOf(cause))))
    return "check DATABASE_URL, or put a copy back with npm run beatpass -- restore";
  return "check DATABASE_URL, the folder's rights and free space";
}

/** An address may have a name and a password in it. */
const withoutNames = (text: string): string => text.replaceAll(/(?<=:\/\/)[^/\s]*@/g, "");

const isOfDatabase = (error: unknown): boolean =>
  error instanceof DrizzleQueryError ||
  error instanceof LibsqlError ||
  FAILED_QUERY.test(messageOf(error)) ||
  CANNOT_OPEN.test(messageOf(error));

/** Its message; of several failures at once, which have none together, their code. */
const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code ?? "") : String(error);

/** The error and what caused it, the deepest last. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let current = error; current !== undefined; current = current instanceof Error ? current.cause : undefined)
    causes.push(current);
  return causes;
}
