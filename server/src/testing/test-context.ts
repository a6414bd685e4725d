import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RULEBOOKS, type RulebookName } from "@beatpass/shared/rules";
import { keepKnown } from "../activity/index.ts";
import type { WriteContext } from "../context.ts";
import { migrateDatabase, openDatabase } from "../db/client.ts";
import { createWrites } from "../db/write.ts";
import { createLog } from "../log.ts";
import { type SettableClock, settableClock } from "./settable-clock.ts";

export type TestContext = WriteContext & {
  clock: SettableClock;
  /** The database file, for what looks at it from outside. */
  file: string;
  close(): void;
};

/** The instant at which the clock of tests stands unless they set it. */
export const TEST_NOW = "2026-11-23T12:00:00.000Z";

let migrated: Buffer | undefined;

/** A write context on a temporary file database of its own, with all tables. */
export async function createTestContext({
  now = TEST_NOW,
  rulebook = "classic",
  busyTimeoutMs = 5000,
}: {
  now?: string;
  rulebook?: RulebookName;
  busyTimeoutMs?: number;
} = {}): Promise<TestContext> {
  const folder = mkdtempSync(join(tmpdir(), "beatpass-test-"));
  const file = join(folder, "beatpass.db");
  migrated ??= await migrateOnce();
  writeFileSync(file, migrated);
  const db = await openDatabase({ url: `file:${file}`, authToken: undefined, busyTimeoutMs });
  const known = keepKnown(db);
  return {
    db,
    ...createWrites({ db, onUndone: known.forget }),
    known,
    clock: settableClock(now),
    rulebook: RULEBOOKS[rulebook],
    log: createLog("silent"),
    file,
    close: () => {
      db.$client.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Migrations run once per test file; every database begins as a copy of the result. */
async function migrateOnce(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "beatpass-test-"));
  const file = join(folder, "migrated.db");
  const db = await openDatabase({ url: `file:${file}`, authToken: undefined });
  await migrateDatabase(db);
  await db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  db.$client.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
