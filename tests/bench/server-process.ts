import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SERVER_FLAGS } from "../../scripts/server-flags.mjs";

const main = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));

export type ServerProcess = {
  url: string;
  /** Resident memory in MB now, and at its highest; Linux only. */
  memory(): { now: number; highest: number };
  stop(): Promise<void>;
};

/** The server as it ships, on a free port, in a process of its own. */
export async function startServerProcess(file: string, clock?: number): Promise<ServerProcess> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: `file:${file}`,
    PORT: "0",
    LOG_LEVEL: "error",
    ...(clock !== undefined && { BEATPASS_CLOCK: new Date(clock).toISOString() }),
  };
  const child = spawn(process.execPath, [...SERVER_FLAGS, main, "--empty"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const port = /running: http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
  });
  return {
    url,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const of = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]) / 1000;
      return { now: of("VmRSS"), highest: of("VmHWM") };
    },
    stop: () => {
      child.kill();
      return ended;
    },
  };
}
