import { type Logger, pino } from "pino";

export type Log = Logger;

/** One structured line per command and delivery: event, id, outcome, ms. Never tokens or names. */
export const createLog = (level: string): Log =>
  pino({ level, base: { program: "bots" }, timestamp: pino.stdTimeFunctions.isoTime });
