import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type Environment, serverEnvironment } from "./run-beatpass.ts";

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SCRIPTS = { usual: "../../../server/src/main.ts", impatient: "./impatient-server.ts" };

export type ServerProcess = {
  pid: number;
  url: string;
  /** Ends it, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/**
 * Starts the server as it ships, in a process of its own, on a free port and without demo.
 * @param patience impatient: gives up soon on a locked database
 * @param start how to start a command, where not plainly: gets the command and gives the one to run
 */
export async function startServerProcess(
  databaseFile: string,
  {
    environment = {},
    patience = "usual",
    start = (command) => command,
  }: { environment?: Environment; patience?: keyof typeof SCRIPTS; start?: (command: string[]) => string[] } = {},
): Promise<ServerProcess> {
  const [command, ...args] = start([process.execPath, script(SCRIPTS[patience]), "--empty"]);
  const child = spawn(command!, args, {
    env: { ...serverEnvironment(databaseFile, environment), PORT: "0", LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  onTestFinished(() => stop("SIGKILL"));
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk;
      const port = /running: http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
  });
  return { pid: child.pid!, url, stop };
}
