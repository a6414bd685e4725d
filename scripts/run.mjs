#!/usr/bin/env node
// Every root command starts here: gets the toolchain and dependencies once, builds what changed, runs.
// Plain JavaScript without dependencies: it must run on a bare Node 20.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SERVER_FLAGS } from "./server-flags.mjs";

const NODE = { major: 24, spec: "node@24.21.0" };
const PNPM = { major: 12, spec: "pnpm@12.21.0" };
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, ".tools");
const windows = process.platform === "win32";

// npm's own npm_* variables must not leak into pnpm; registry, cache and proxies stay.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_/i.test(name) || /^npm_config_(registry|cache|.*proxy)$/i.test(name),
  ),
);

getToolchain();
getDependencies();
// Programs start in three quarters of the time when Node finds compiled what it compiled before.
env.NODE_COMPILE_CACHE ??= join(root, "node_modules", ".cache", "compiled");

const [command, ...rest] = process.argv.slice(2);
const node = (file, ...args) => ["node", [file, ...args]];
/** What an operator runs takes what the environment does not set from the file `.env`: tokens outlive a terminal. */
const withSettings = (...args) => (existsSync(join(root, ".env")) ? node("--env-file=.env", ...args) : node(...args));
const steps = {
  start: () => [build("web", "extension:demo"), withSettings(...SERVER_FLAGS, "server/src/main.ts", ...rest)],
  bots: () => [withSettings("bots/src/main.ts", ...rest)],
  beatpass: () => [withSettings("server/src/cli/main.ts", ...rest)],
  bench: () => [build("extension:demo", "extension:store"), node("tests/bench/main.ts", ...rest)],
  check: () => checks(),
  fix: () => [["pnpm", ["exec", "biome", "check", "--write", "."]]],
  test: () => [
    node("scripts/browsers.mjs"),
    build("web", "extension:demo", "extension:store"),
    ...checks(),
    ["pnpm", ["exec", "vitest", "run", ...rest]],
  ],
  "test:long": () => [
    node("scripts/browsers.mjs"),
    build("web", "extension:demo", "extension:store"),
    ["pnpm", ["exec", "vitest", "run", "--project", "long", ...rest]],
  ],
  screenshots: () => [
    node("scripts/browsers.mjs"),
    build("web", "extension:demo"),
    node("tests/screenshots/main.ts", ...rest),
  ],
  "extension:zip": () => [["pnpm", ["--filter", "@beatpass/extension", "run", "zip"]]],
};
const plan = steps[command];
if (!plan) {
  console.error(`Unknown command "${command}". Known: ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}
const list = plan();
for (const [bin, args] of list.slice(0, -1)) run(bin, args);
hand(...list.at(-1));

function checks() {
  const workspace = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const packages = [...workspace.matchAll(/^ {2}- (\S+)$/gm)].map(([, folder]) => folder);
  return [
    ["pnpm", ["exec", "biome", "ci", "--error-on-warnings", "."]],
    ...[".", ...packages].map((project) => ["pnpm", ["exec", "tsc", "-p", project]]),
  ];
}

function build(...targets) {
  return node("scripts/build.mjs", ...targets);
}

function getToolchain() {
  const major = (bin) => {
    const result = spawnSync(bin, ["--version"], { env, cwd: root, encoding: "utf8", shell: windows });
    return result.status === 0 ? Number(/(\d+)\./.exec(result.stdout)?.[1] ?? 0) : 0;
  };
  const needsNode = Number(process.versions.node.split(".")[0]) < NODE.major;
  const needsPnpm = major("pnpm") < PNPM.major;
  const specs = [needsNode && NODE.spec, needsPnpm && PNPM.spec].filter(Boolean);
  if (specs.length === 0) return;
  once(join(tools, "stamp"), specs.join(" "), () => {
    console.error(`[setup] getting ${specs.join(" and ")} into .tools (once)`);
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, "package.json"), '{"private":true}\n');
    const flags = "--no-save --no-package-lock --no-audit --no-fund --loglevel=error --ignore-scripts=false".split(" ");
    run("npm", ["install", "--prefix", tools, ...flags, ...specs]);
  });
  env.PATH = join(tools, "node_modules", ".bin") + delimiter + env.PATH;
}

function getDependencies() {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, file)));
  once(join(root, "node_modules", ".setup-stamp"), hash.digest("hex"), () => {
    run("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"]);
    run("pnpm", ["--filter", "@beatpass/extension", "exec", "wxt", "prepare"]);
  });
}

/** Does the work only when the stamp file does not hold this value yet. */
function once(stamp, value, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === value) return;
  work();
  writeFileSync(stamp, value);
}

function run(bin, args) {
  const result = spawnSync(bin, args, { env, cwd: root, stdio: ["ignore", 2, 2], shell: windows });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Hands over to the last step: signals are passed on, and it stops when whoever started us goes away. */
function hand(bin, args) {
  const child = spawn(bin, args, { env, cwd: root, stdio: "inherit", shell: windows });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  // npm starts scripts through a shell that does not pass SIGTERM on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
