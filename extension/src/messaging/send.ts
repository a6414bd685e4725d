import browser from "webextension-polyfill";
import type { Answers, Request } from "./protocol.ts";

/** Asks the background and gives its answer. */
export const send = <R extends Request>(request: R): Promise<Answers[R["type"]]> =>
  browser.runtime.sendMessage(request) as Promise<Answers[R["type"]]>;
