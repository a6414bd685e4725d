import type { WriteContext } from "../context.ts";
import { VERBS, type VerbInput, type VerbName, type VerbOutput, type Writer } from "./verbs.ts";

/** Runs verbs in this thread: for the command line and tests. */
export function createDirectWriter(context: WriteContext): Writer {
  return {
    run: <Name extends VerbName>(name: Name, input: VerbInput<Name>) => {
      // A verb and its input are one pair in VERBS; the compiler cannot follow that through the index.
      const verb = VERBS[name] as (context: WriteContext, input: VerbInput<Name>) => Promise<VerbOutput<Name>>;
      return verb(context, input);
    },
    close: async () => undefined,
  };
}
