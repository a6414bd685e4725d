import "../../testing/fake-extension.ts";
import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type { Trouble } from "../../messaging/view.ts";
import { speak } from "../translate.ts";
import { Stale } from "./freshness.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  speak("en");
});

function said(kind: "unreachable" | "offline", secondsAgo: number): string | null | undefined {
  const now = new Date(2026, 10, 24, 22, 3, 30);
  vi.useFakeTimers({ now });
  const trouble: Trouble = { kind };
  const readAt = new Date(now.getTime() - secondsAgo * 1000).toISOString();
  const view = { connection: "paired", server: "http://localhost:8904", trouble } as const;
  return render(<Stale view={view} trouble={trouble} readAt={readAt} />).container.querySelector("span")?.textContent;
}

test("since when the server has not answered is a time, even where that is less than a minute ago", () => {
  expect(said("unreachable", 20)).toBe("localhost:8904 hasn’t answered since 22:03.");
  speak("fr");
  expect(said("unreachable", 20)).toBe("localhost:8904 ne répond plus depuis 22\u00a0h\u00a003.");
  expect(said("unreachable", 86_400)).toBe("localhost:8904 ne répond plus depuis hier 22\u00a0h\u00a003.");
});

test("figures kept while offline are from a time, too", () => {
  expect(said("offline", 20)).toBe("Offline. Figures from 22:03.");
});
