import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scheduleFolding } from "./announcements/schedule-folding.ts";
import { scheduleDigests } from "./digests/schedule-digests.ts";
import { scheduleRefresh } from "./leaderboards/schedule-refresh.ts";
import { createLog } from "./log.ts";
import { scheduleRoles } from "./roles/schedule-roles.ts";
import { everySoOften } from "./scheduled-job.ts";
import { scheduleReminders } from "./sources/beatpass/schedule-reminders.ts";
import { createTestContext } from "./testing/index.ts";
import { createDirectWriter } from "./writer/index.ts";

const lines: { event: string; outcome: string; ms: number; messages?: number }[] = [];
const log = createLog("info", { write: (line) => void lines.push(JSON.parse(line)) });

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: new Date("2026-11-23T11:59:59Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a database that fails for a while ends no scheduled job and no process: each failure is logged", async () => {
  const context = await createTestContext();
  const broken = { ...context, log, writer: createDirectWriter(context) };
  context.db.$client.close();
  const jobs = [
    scheduleRefresh(broken, 30),
    scheduleFolding(broken),
    scheduleDigests(broken),
    scheduleReminders(broken),
    scheduleRoles(broken),
  ];
  await vi.advanceTimersByTimeAsync(1000);
  const events = ["digests", "fold-held", "refresh", "roles", "token-reminders"];
  await expect.poll(() => lines.map((line) => line.event).sort()).toEqual(events);
  for (const line of lines) expect(line).toMatchObject({ outcome: "failed", ms: expect.any(Number) });
  await vi.advanceTimersByTimeAsync(5000);
  await expect.poll(() => lines.map((line) => line.event).sort()).toEqual([...events, "refresh", "roles"].sort());
  for (const job of jobs) job.stop();
  context.close();
});

test("a job logs what it did and how long it took, says nothing while nothing is due, and stops", async () => {
  let runs = 0;
  const job = everySoOften("* * * * * *", "fold-held", log, async () => (runs++ === 0 ? undefined : { messages: 3 }));
  await vi.advanceTimersByTimeAsync(2000);
  expect(lines).toEqual([
    expect.objectContaining({ event: "fold-held", outcome: "done", messages: 3, ms: expect.any(Number) }),
  ]);
  job.stop();
  await vi.advanceTimersByTimeAsync(2000);
  expect(runs).toBe(2);
});
