/** The first of a list that holds, asked one after another. */
export async function firstWho<Item>(
  list: readonly Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<Item | undefined> {
  for (const item of list) if (await holds(item)) return item;
  return undefined;
}
