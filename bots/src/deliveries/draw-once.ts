import type { Draw } from "./attempt.ts";
import type { Picture } from "./sender.ts";

/** One announcement goes to many communities, one after another. */
const KEPT = 32;

/** Draws each picture once for all who get it about the same time. */
export function drawOnce(draw: Draw): Draw {
  const drawn = new Map<string, Promise<Picture | undefined>>();
  return (view, locale) => {
    const key = `${locale} ${JSON.stringify(view)}`;
    const known = drawn.get(key);
    if (known) return known;
    const picture = draw(view, locale);
    drawn.set(key, picture);
    // What failed may work the next time.
    picture.catch(() => drawn.delete(key));
    const [oldest] = drawn.keys();
    if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest);
    return picture;
  };
}
