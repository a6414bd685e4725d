/** An instant n calendar months later (UTC), the day clamped to the month's end, the time of day kept (spec §12.5). */
export function addMonths(instantMs: number, months: number): number {
  const date = new Date(instantMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + (instantMs - startOfUtcDay(date));
}

const startOfUtcDay = (date: Date): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
