import { parentPort, workerData } from "node:worker_threads";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { createWriteContext } from "./create-context.ts";
import { createDirectWriter } from "./direct-writer.ts";
import { keepRollupsFolded } from "./keep-folded.ts";
import { workOutWhereItFits } from "./work-out-where-it-fits.ts";
import { type Answer, packError, type Request } from "./worker-messages.ts";

const config = workerData as Config;
const opened = await createWriteContext(config, createLog(config.logLevel));
const context = { ...opened, workOut: workOutWhereItFits(config, opened.db) };
const writer = createDirectWriter(context);
const folding = keepRollupsFolded(context);
const port = parentPort!;

/** Verbs that are not answered yet: a stop lets them end. */
const underWay = new Set<Promise<void>>();

port.on("message", async (message: Request | "close") => {
  if (message === "close") {
    await Promise.all(underWay);
    await folding.stop();
    context.db.$client.close();
    port.close();
    return;
  }
  const run = runVerb(message);
  underWay.add(run);
  await run;
  underWay.delete(run);
});

async function runVerb({ id, name, input }: Request): Promise<void> {
  let answer: Answer;
  try {
    answer = { id, ok: true, output: await writer.run(name, input as never) };
  } catch (error) {
    answer = { id, ok: false, error: packError(error) };
  }
  port.postMessage(answer);
  if (name === "recordEvents") folding.soon();
}
