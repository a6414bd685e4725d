const entriesOf = (menu: HTMLElement | null) => [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

/** Gives the focus to an entry of a menu; beyond either end it goes on at the other. */
export function focusEntry(menu: HTMLElement | null, index: number): void {
  const entries = entriesOf(menu);
  entries.at(index % entries.length)?.focus({ preventScroll: true });
}

/** Arrows, Home and End walk a menu; a letter goes to the next entry that begins with it. */
export function moveFocus(event: KeyboardEvent, menu: HTMLElement | null): void {
  const entries = entriesOf(menu);
  const at = entries.findIndex((entry) => entry.matches(":focus"));
  const next =
    { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key] ?? byLetter(event, entries, at);
  if (next === undefined) return;
  event.preventDefault();
  focusEntry(menu, next);
}

function byLetter(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  entries: HTMLElement[],
  at: number,
): number | undefined {
  if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey) return undefined;
  const order = entries.map((_, index) => (at + 1 + index) % entries.length);
  return order.find((index) => entries[index]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
