import "../testing/fake-extension.ts";
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { send } from "../messaging/send.ts";
import { PairStart } from "./pair-start.tsx";

vi.mock("../messaging/send.ts", () => ({
  send: vi.fn(async ({ server = "http://localhost:8787" }) => ({ status: "not-reached", server })),
}));
afterEach(cleanup);

test("a known server that does not answer stays in the field, to be tried again or replaced by another", async () => {
  render(<PairStart server="http://localhost:8787" />);
  const pair = () => fireEvent.click(screen.getByRole("button", { name: "Pair this browser" }));
  pair();
  await screen.findByText(/No BeatPass Companion answers at localhost:8787/);
  const field = screen.getByLabelText<HTMLInputElement>("Invite link or server address");
  expect(field.value).toBe("http://localhost:8787");
  fireEvent.input(field, { target: { value: "http://localhost:8904" } });
  pair();
  await screen.findByText(/No BeatPass Companion answers at localhost:8904/);
  expect(field.value).toBe("http://localhost:8904");
  expect(send).toHaveBeenLastCalledWith({ type: "pairing.start", server: "http://localhost:8904" });
});
