import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as m from "./er.tmp.ts";

const f = mkdtempSync(join(tmpdir(), "ev-"));
console.log(Object.keys(m));
const r = await m.eventsRate(f);
for (const x of r) console.log(x.name, x.ours.toFixed(1), x.peer.toFixed(1), x.ratio.toFixed(2));
