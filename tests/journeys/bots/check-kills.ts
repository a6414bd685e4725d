import { expect } from "vitest";
import type { KillRun } from "./kill-run.ts";

/**
 * Nothing is seen twice, the order of each channel is kept, and what is missing is listed as unknown; and it was two
 * processes at once that delivered.
 */
export function checkKills({ channels, statuses, refused, shared }: KillRun, announcements: number): void {
  expect(refused).toEqual([]);
  expect(shared).toBeGreaterThan(0);
  for (const { announced, shown, unknown } of channels) {
    expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
    const listed = new Set([...shown, ...unknown]);
    expect(announced.filter((number) => !listed.has(number))).toEqual([]);
  }
  const { delivered = 0, unknown = 0, ...others } = statuses;
  expect(others).toEqual({});
  expect(delivered + unknown).toBe(announcements);
}
