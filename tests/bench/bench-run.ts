import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { growDatabase } from "./grown-database.ts";

/** What the benchmarks of one run share: the large database takes minutes to fill. */
export type BenchRun = {
  /** Plays in the large database. */
  plays: number;
  /** The file of the large database, filled when first asked for. */
  largeDatabase(): Promise<string>;
};

/** @param folder for what is shared; removed with the run */
export function createBenchRun(folder: string, plays: number): BenchRun {
  let large: Promise<string> | undefined;
  return {
    plays,
    largeDatabase: () => {
      large ??= fillLarge(join(folder, "large"), plays);
      return large;
    },
  };
}

async function fillLarge(folder: string, plays: number): Promise<string> {
  console.error(`Filling a database with ${plays.toLocaleString("en")} plays …`);
  mkdirSync(folder);
  const context = await growDatabase(folder, plays);
  context.db.$client.close();
  return join(folder, "ours.db");
}
