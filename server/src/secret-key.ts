import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "./config.ts";
import { databaseFile } from "./db/client.ts";

/**
 * The key that signs sessions: SECRET_KEY, or one made once and kept beside the database file in local use.
 * @throws Error where there is neither the variable nor a folder to keep one in
 */
export function readSecretKey(config: Config): string {
  if (config.secretKey) return config.secretKey;
  const database = databaseFile(config.database.url);
  if (!database) throw new Error("SECRET_KEY is needed with a remote database: at least 32 random characters.");
  const file = join(dirname(database), "secret.key");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  const key = randomBytes(32).toString("base64url");
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
    return key;
  } catch (error) {
    // Another process made it in the same moment.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return readFileSync(file, "utf8").trim();
    throw error;
  }
}
