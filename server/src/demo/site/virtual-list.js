// A list that holds only the rows in sight, and uses their places again while scrolling.
const ROW_HEIGHT = 64;
const SPARE = 4;
const PAGE_ROWS = 50;
const RESTLESS_MS = 400;

/** pages: knows its first rows only and asks for more as the end comes near. restless: makes its rows anew all the time. */
export function virtualList(scroller, items, draw, { pages = false, restless = false } = {}) {
  const view = document.createElement("div");
  view.className = "list";
  let known = pages ? Math.min(PAGE_ROWS, items.length) : items.length;
  let first = -1;
  let last = -1;

  const resize = () => {
    view.style.height = `${known * ROW_HEIGHT}px`;
  };
  const fill = () => {
    const top = scroller.getBoundingClientRect().top - view.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE);
    const to = Math.min(known, Math.ceil((top + scroller.clientHeight) / ROW_HEIGHT) + SPARE);
    if (to === known && known < items.length) loadMore();
    if (from === first && to === last) return;
    [first, last] = [from, to];
    redraw();
  };
  const redraw = () =>
    view.replaceChildren(
      ...items.slice(first, last).map((item, at) => {
        const row = draw(item, first + at);
        row.style.transform = `translateY(${(first + at) * ROW_HEIGHT}px)`;
        return row;
      }),
    );

  let loading;
  const loadMore = () => {
    loading ??= setTimeout(() => {
      loading = undefined;
      known = Math.min(known + PAGE_ROWS, items.length);
      resize();
      fill();
    }, 100);
  };

  resize();
  const observer = new ResizeObserver(fill);
  observer.observe(scroller);
  scroller.addEventListener("scroll", fill);
  const timer = restless ? setInterval(redraw, RESTLESS_MS) : undefined;
  return {
    view,
    stop: () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", fill);
      clearTimeout(loading);
      clearInterval(timer);
    },
  };
}
