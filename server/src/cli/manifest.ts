import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CHAT_PLATFORMS } from "@beatpass/shared/contracts";
import { Argument, type Command } from "commander";

const PRINT = fileURLToPath(new URL("../../../bots/src/manifests/print-manifest.ts", import.meta.url));

export function addManifest(program: Command): void {
  program
    .command("manifest")
    .description("print what Slack or Discord wants to know of the app: commands, scopes, permissions, install link")
    .addArgument(new Argument("<platform>").choices(CHAT_PLATFORMS))
    .option("--url <address>", "Slack: the https address at which the bots are reached")
    .option("--socket", "Slack: socket mode, behind a firewall")
    .option("--application <id>", "Discord: the application's id (default: DISCORD_APPLICATION_ID)")
    .action((platform: string, wanted: { url?: string; socket?: boolean; application?: string }) => {
      const args = [
        ...(wanted.url === undefined ? [] : ["--url", wanted.url]),
        ...(wanted.socket ? ["--socket"] : []),
        ...(wanted.application === undefined ? [] : ["--application", wanted.application]),
      ];
      const { status } = spawnSync(process.execPath, [PRINT, platform, ...args], { stdio: "inherit" });
      process.exitCode = status ?? 1;
    });
}
