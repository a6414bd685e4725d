import { Worker } from "node:worker_threads";
import type { Config } from "../config.ts";
import type { VerbInput, VerbName, VerbOutput, Writer } from "./verbs.ts";
import { type Answer, type Request, unpackError } from "./worker-messages.ts";

type Waiting = { resolve: (output: never) => void; reject: (error: Error) => void };

/**
 * Runs verbs in a thread of their own, so that writes, folds and refreshes never hold up a request: the database
 * client works synchronously on files.
 * @param onFailure called when the thread dies; what was under way is rejected
 */
export function createWorkerWriter(config: Config, onFailure: (error: Error) => void): Writer {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: config });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let closing = false;
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!closing) onFailure(error);
  };
  worker.on("message", (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.resolve(answer.output as never);
    else call?.reject(unpackError(answer.error));
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`The writing thread ended with code ${code}.`)));
  return {
    run: <Name extends VerbName>(name: Name, input: VerbInput<Name>) =>
      new Promise<VerbOutput<Name>>((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, name, input } satisfies Request);
      }),
    close: async () => {
      closing = true;
      await Promise.race([
        new Promise((done) => worker.once("exit", done)),
        new Promise<void>((done) => {
          worker.postMessage("close");
          setTimeout(done, 10_000).unref();
        }),
      ]);
      await worker.terminate();
    },
  };
}
