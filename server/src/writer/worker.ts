import { parentPort, workerData } from "node:worker_threads";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { createWriteContext } from "./create-context.ts";
import { createDirectWriter } from "./direct-writer.ts";
import { keepRollupsFolded } from "./keep-folded.ts";
import { type Answer, packError, type Request } from "./worker-messages.ts";

const config = workerData as Config;
const context = await createWriteContext(config, createLog(config.logLevel));
const writer = createDirectWriter(context);
const folding = keepRollupsFolded(context);
const port = parentPort!;

port.on("message", async (message: Request | "close") => {
  if (message === "close") {
    await folding.stop();
    context.db.$client.close();
    port.close();
    return;
  }
  const { id, name, input } = message;
  let answer: Answer;
  try {
    answer = { id, ok: true, output: await writer.run(name, input as never) };
  } catch (error) {
    answer = { id, ok: false, error: packError(error) };
  }
  port.postMessage(answer);
  if (name === "recordEvents") folding.soon();
});
