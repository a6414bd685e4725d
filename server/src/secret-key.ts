import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "./config.ts";
import { databaseFile } from "./db/client.ts";

/** As SECRET_KEY has to have; with less, sessions could be forged. */
const MIN_LENGTH = 32;

/**
 * The key that signs sessions: SECRET_KEY, or one made once and kept beside the database file in local use.
 * @throws Error where there is neither the variable nor a folder to keep one in, or where what is kept is no key
 */
export function readSecretKey(config: Config): string {
  if (config.secretKey) return config.secretKey;
  const database = databaseFile(config.database.url);
  if (!database) throw new Error("SECRET_KEY is needed with a remote database: at least 32 random characters.");
  const file = join(dirname(database), "secret.key");
  const key = readKept(file) ?? makeAndKeep(file);
  if (key.length < MIN_LENGTH) {
    throw new Error(
      `${file} holds no key: it has fewer than ${MIN_LENGTH} characters. Put a copy of the key back, or delete the file ` +
        "and start again: a new one is made, everybody signs in again, and BeatPass is connected again.",
    );
  }
  return key;
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** The key appears whole or not at all, and is the same for processes that make it in the same moment. */
function makeAndKeep(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx", flush: true });
    putInPlace(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

function putInPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was first.
    if (codeOf(error) === "EEXIST") return;
    // Some file systems have no links.
    renameSync(draft, file);
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
