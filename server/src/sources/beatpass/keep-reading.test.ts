import { expect, test } from "vitest";
import { createLog } from "../../log.ts";
import { createTestContext } from "../../testing/index.ts";
import { createDirectWriter } from "../../writer/index.ts";
import { keepReading } from "./keep-reading.ts";
import { createTokenBox } from "./token-box.ts";

test("a database that cannot be read ends neither the reader nor the process: it is logged and tried again", async () => {
  const lines: unknown[] = [];
  const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line)) });
  const context = await createTestContext();
  const beatpass = { apiUrl: "http://127.0.0.1:9/api/v1", box: createTokenBox("s".repeat(40)) };
  const reader = keepReading({ ...context, log, writer: createDirectWriter(context), beatpass }, 1);
  context.db.$client.close();
  reader.start("p1");
  await expect.poll(() => lines.length).toBeGreaterThan(1);
  await reader.stop();
  expect(lines[0]).toMatchObject({ event: "beatpass-reading", id: "p1", outcome: "failed" });
  context.close();
});
