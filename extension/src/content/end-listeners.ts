const ended = new AbortController();
const add = EventTarget.prototype.addEventListener;

/**
 * To be imported before anything else of ours that runs in a page: whatever listens from here on, the chart library
 * with its listeners on window and screen included, stops listening when the extension ends. The site's own scripts
 * live in another world, with another EventTarget.
 */
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const given = typeof options === "object" ? options : { capture: options ?? false };
  add.call(this, type, listener, { signal: ended.signal, ...given });
};

/** Once all that is told of the end has been told. */
export const endListeners = (): void => queueMicrotask(() => ended.abort());
