import { type Logger, pino } from "pino";

export type Log = Logger;

/** One structured line per request, command, delivery and job. Never tokens, e-mails or listener ids. */
export const createLog = (level: string): Log =>
  pino({ level, base: { program: "server" }, timestamp: pino.stdTimeFunctions.isoTime });
