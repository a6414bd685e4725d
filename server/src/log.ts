import { type DestinationStream, type LogFn, type Logger, pino } from "pino";
import { failureForLog, whatFailed } from "./what-failed.ts";

export type Log = Logger;

/**
 * One structured line per request, command, delivery and job. Never tokens, e-mails or listener ids.
 * @param destination where the lines go; standard output unless told
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: { program: "server" },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: failureForLog },
      hooks: {
        logMethod(args, method) {
          method.apply(this, inOurWords(args));
        },
      },
    },
    destination,
  );

/** A line with a failure and no words gets the failure's whole message otherwise. */
function inOurWords(args: Parameters<LogFn>): Parameters<LogFn> {
  const [line] = args as [{ err?: unknown } | string];
  return args.length === 1 && typeof line === "object" && line.err !== undefined ? [line, whatFailed(line.err)] : args;
}
