import "../../testing/fake-extension.ts";
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { send } from "../../messaging/send.ts";
import { SubjectAnswer } from "./subject-answer.tsx";

vi.mock("../../messaging/send.ts", () => ({ send: vi.fn() }));
afterEach(cleanup);

const show = (kind: "track" | "artist") =>
  render(
    <SubjectAnswer
      found={{ subject: { kind, id: "7" }, path: `/${kind}/7` }}
      answer={{ status: "denied" }}
      onRetry={() => {}}
    />,
  );

test("who is told to connect an artist profile finds the way there", () => {
  show("track");
  expect(screen.getByText(/connect that artist profile/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "My artists" }));
  expect(send).toHaveBeenCalledWith({ type: "artists.open" });
});

test("an artist's own figures are nothing to connect for", () => {
  show("artist");
  expect(screen.queryByRole("button", { name: "My artists" })).toBeNull();
  expect(screen.getByRole("button", { name: "Copy link" })).toBeTruthy();
});
