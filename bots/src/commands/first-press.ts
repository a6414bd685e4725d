const REMEMBERED = 2000;

/** Whether a press is the first one of its button: of two in quick succession both are told. Remembered for a while. */
export function createFirstPress(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return false;
    if (seen.size >= REMEMBERED) seen.clear();
    seen.add(key);
    return true;
  };
}
