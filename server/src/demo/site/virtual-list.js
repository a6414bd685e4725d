// A list that holds only the rows in sight, and uses their places again while scrolling.
const ROW_HEIGHT = 64;
const SPARE = 4;

export function virtualList(scroller, items, draw) {
  const view = document.createElement("div");
  view.className = "list";
  view.style.height = `${items.length * ROW_HEIGHT}px`;
  let first = -1;
  let last = -1;

  const fill = () => {
    const top = scroller.getBoundingClientRect().top - view.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE);
    const to = Math.min(items.length, Math.ceil((top + scroller.clientHeight) / ROW_HEIGHT) + SPARE);
    if (from === first && to === last) return;
    [first, last] = [from, to];
    view.replaceChildren(
      ...items.slice(from, to).map((item, at) => {
        const row = draw(item, from + at);
        row.style.transform = `translateY(${(from + at) * ROW_HEIGHT}px)`;
        return row;
      }),
    );
  };

  const observer = new ResizeObserver(fill);
  observer.observe(scroller);
  scroller.addEventListener("scroll", fill);
  return {
    view,
    stop: () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", fill);
    },
  };
}
