import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@redis/client";

/** A Redis of our own on loopback that keeps nothing; undefined where redis-server is not installed. */
export async function startRedis() {
  if (spawnSync("redis-server", ["--version"]).error) return undefined;
  const port = await freePort();
  const args = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", args, { stdio: "ignore" });
  const client = await connect(port);
  return {
    client,
    stop: () => {
      client.destroy();
      child.kill();
    },
  };
}

async function connect(port: number) {
  for (let attempt = 0; ; attempt++) {
    const client = createClient({ socket: { host: "127.0.0.1", port, reconnectStrategy: false } });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
