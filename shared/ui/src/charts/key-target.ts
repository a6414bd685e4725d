/** Where a key leads: another bar, none (undefined), or nowhere (null). */
export function keyTarget(key: string, active: number | undefined, count: number): number | undefined | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowRight":
      return active === undefined ? 0 : Math.min(active + 1, count - 1);
    case "ArrowLeft":
      return active === undefined ? count - 1 : Math.max(active - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Escape":
      return active === undefined ? null : undefined;
    default:
      return null;
  }
}
