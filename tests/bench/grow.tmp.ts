import { mkdirSync } from "node:fs";
import { growDatabase } from "./grown-database.ts";

for (const [n, f] of [
  [100_000, "/tmp/small"],
  [10_000_000, "/tmp/large"],
] as const) {
  mkdirSync(f, { recursive: true });
  const c = await growDatabase(f, n);
  c.db.$client.close();
  console.log(f);
}
