/** Whose dashboard is open in front of somebody: it follows the stream while its page is visible. */
export type Watchers = {
  /** @returns how to leave again */
  arrive(producerId: string): () => void;
  areThere(producerId: string): boolean;
};

export function createWatchers(): Watchers {
  const counts = new Map<string, number>();
  const add = (producerId: string, change: number) => {
    const count = (counts.get(producerId) ?? 0) + change;
    if (count > 0) counts.set(producerId, count);
    else counts.delete(producerId);
  };
  return {
    arrive(producerId) {
      add(producerId, 1);
      return () => add(producerId, -1);
    },
    areThere: (producerId) => counts.has(producerId),
  };
}
