let last: Promise<unknown> = Promise.resolve();

/** Runs changes of what is stored one after another, so that none overwrites another's. */
export function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const mine = last.then(change, change);
  last = mine.catch(() => undefined);
  return mine;
}
