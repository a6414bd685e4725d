/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!;
}

export type Result = {
  name: string;
  ours: number;
  peer: number;
  unit: string;
  /** ours ÷ peer. */
  ratio: number;
  goal: string;
  holds: boolean;
};

/** A comparison of rates: the ratio must reach the goal. */
export const atLeast = (name: string, ours: number, peer: number, unit: string, goal: number): Result => ({
  name,
  ours,
  peer,
  unit,
  ratio: ours / peer,
  goal: `≥ ${goal}`,
  holds: ours / peer >= goal,
});

/** A comparison of times: the ratio must stay below the goal. */
export const atMost = (name: string, ours: number, peer: number, unit: string, goal: number): Result => ({
  name,
  ours,
  peer,
  unit,
  ratio: ours / peer,
  goal: `≤ ${goal}`,
  holds: ours / peer <= goal,
});
