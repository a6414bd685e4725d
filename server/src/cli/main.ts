#!/usr/bin/env node
import { Command } from "commander";
import { describeFailure } from "../db/describe-failure.ts";
import { VERSION } from "../version.ts";
import { addAccountCommands } from "./accounts.ts";
import { addBackupCommands } from "./backup.ts";
import { addCommunityCommands } from "./communities.ts";
import { addDatabaseCommands } from "./database.ts";
import { addDemoCommands } from "./demo.ts";
import { addDoctor } from "./doctor.ts";
import { addImport } from "./import.ts";
import { addLeaderboards } from "./leaderboards.ts";
import { addManifest } from "./manifest.ts";
import { addSync } from "./sync.ts";

const program = new Command("beatpass").description("BeatPass Companion, the operator's command line").version(VERSION);
addImport(program);
addDatabaseCommands(program);
addLeaderboards(program);
addAccountCommands(program);
addBackupCommands(program);
addCommunityCommands(program);
addDemoCommands(program);
addSync(program);
addManifest(program);
addDoctor(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`beatpass: ${describeFailure(error, process.env)}`);
  process.exitCode = 1;
}
