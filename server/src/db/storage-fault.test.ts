import { expect, test } from "vitest";
import { storageFault } from "./storage-fault.ts";

test.each([
  [Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }), "busy"],
  [new Error("Failed query", { cause: Object.assign(new Error("x"), { code: "SQLITE_FULL" }) }), "full"],
  [Object.assign(new Error("write"), { cause: new Error("ENOSPC: no space left on device") }), "full"],
  [new Error("database disk image is malformed"), undefined],
  ["database is locked", undefined],
])("%s is told as %s", (error, fault) => expect(storageFault(error)).toBe(fault));
