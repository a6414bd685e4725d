import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/**
 * One structured line per request, command, delivery and job. Never tokens, e-mails or listener ids.
 * @param destination where the lines go; standard output unless told
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino({ level, base: { program: "server" }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
