import { expect, test, vi } from "vitest";
import { whileVisible } from "./while-visible.ts";

const show = (state: "visible" | "hidden") => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
};

test("what is done while a page is visible stops when it is hidden, and is never done twice at once", () => {
  show("visible");
  let running = 0;
  const begin = vi.fn(() => {
    running++;
    return () => void running--;
  });
  const end = whileVisible(begin);
  show("visible");
  expect(running).toBe(1);
  show("hidden");
  expect(running).toBe(0);
  show("visible");
  expect([running, begin.mock.calls.length]).toEqual([1, 2]);
  end();
  show("visible");
  expect(running).toBe(0);
});
