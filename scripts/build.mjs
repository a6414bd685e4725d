// Builds the named targets whose sources changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const views = ["shared/src", "shared/ui", "shared/messages", "pnpm-lock.yaml"];

/** sources: what a target is made from. output: where it lands, below the root. */
const targets = {
  web: {
    sources: ["server/web", ...views],
    output: "server/web/dist",
    commands: [["pnpm", ["--filter", "@beatpass/web", "run", "build"]]],
  },
  "extension:demo": {
    sources: ["extension", ...views],
    output: "extension/.output/demo",
    commands: [["pnpm", ["--filter", "@beatpass/extension", "run", "build:demo"]]],
  },
  "extension:store": {
    sources: ["extension", ...views],
    output: "extension/.output/store",
    commands: [["pnpm", ["--filter", "@beatpass/extension", "run", "build:store"]]],
  },
};

for (const name of process.argv.slice(2)) {
  const target = targets[name];
  if (!target) throw new Error(`Unknown build target "${name}". Known: ${Object.keys(targets).join(", ")}`);
  const stamp = join(root, target.output, ".build-stamp");
  const hash = hashOf(target.sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) continue;
  console.error(`[build] ${name}`);
  for (const [bin, args] of target.commands) {
    const result = spawnSync(bin, args, { cwd: root, encoding: "utf8" });
    if (result.status !== 0) {
      console.error(`${result.stdout ?? ""}${result.stderr ?? ""}${result.error ?? ""}`);
      process.exit(result.status ?? 1);
    }
  }
  writeFileSync(stamp, hash);
}

function hashOf(sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow).sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function filesBelow(path) {
  if (!existsSync(join(root, path))) return [];
  const skipped = new Set(["node_modules", "dist", ".output", ".wxt"]);
  const entries = (() => {
    try {
      return readdirSync(join(root, path), { withFileTypes: true });
    } catch {
      return undefined;
    }
  })();
  if (!entries) return [path];
  return entries.filter(({ name }) => !skipped.has(name)).flatMap(({ name }) => filesBelow(join(path, name)));
}
