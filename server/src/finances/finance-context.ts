import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { Writer } from "../writer/index.ts";
import type { StripeConnection } from "./connection.ts";

export type FinanceContext = ReadContext & {
  writer: Writer;
  log: Log;
  publicUrl: string;
  stripe: StripeConnection;
};
