/**
 * Does something while the page is visible: it stops when the page is hidden and begins again when it is shown.
 * @param begin returns how to stop
 * @returns how to end it for good
 */
export function whileVisible(begin: () => () => void): () => void {
  let stop: (() => void) | undefined;
  const follow = () => {
    if (document.visibilityState === "visible") stop ??= begin();
    else {
      stop?.();
      stop = undefined;
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop?.();
  };
}
