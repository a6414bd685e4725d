import { useEffect } from "preact/hooks";

/**
 * Brings the part that the address's hash names into sight and gives it the focus. What is above it may still grow
 * while answers arrive: the part is held in its place until the reader moves.
 */
export function useHashTarget(list: { current: HTMLElement | null }): void {
  useEffect(() => {
    let held: Element | undefined;
    const letGo = () => {
      held = undefined;
    };
    const follow = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      held = [...(list.current?.children ?? [])].find((part) => part.id === id);
      if (!held) return;
      held.scrollIntoView();
      held.querySelector("h2")?.focus({ preventScroll: true });
    };
    const growth = new ResizeObserver(() => held?.scrollIntoView());
    if (list.current) growth.observe(list.current);
    for (const move of MOVES) addEventListener(move, letGo, { passive: true });
    addEventListener("hashchange", follow);
    follow();
    return () => {
      growth.disconnect();
      for (const move of MOVES) removeEventListener(move, letGo);
      removeEventListener("hashchange", follow);
    };
  }, [list]);
}

const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"] as const;
