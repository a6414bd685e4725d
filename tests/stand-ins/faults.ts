/** What goes wrong with the next request that matches. */
export type Fault = {
  path: RegExp;
  method?: string;
  /** How many requests; 1 unless told. */
  times?: number;
} & (
  | { does: "reset-before" | "reset-after" | "hold-before" | "hold-after" }
  | { does: "status-before" | "status-after"; status: number; body?: unknown; headers?: Record<string, string> }
);

/** Faults to come. "before": nothing is stored; "after": stored, but the sender does not learn of it. */
export class Faults {
  #waiting: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ ...fault, left: fault.times ?? 1 });
  }

  take(method: string, path: string): Fault | undefined {
    const fault = this.#waiting.find((one) => one.path.test(path) && (one.method ?? method) === method);
    if (fault && --fault.left === 0) this.#waiting = this.#waiting.filter((one) => one !== fault);
    return fault;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** How many are still to come. */
  get pending(): number {
    return this.#waiting.length;
  }
}
