import { expect, test } from "vitest";
import { readList, writeList } from "./list-address.ts";

const COLUMNS = ["title", "plays"] as const;
const firstOrder = (by: (typeof COLUMNS)[number]) => ({ by, ascending: by === "title" });
const read = (search: string) => readList(search, COLUMNS, "plays", firstOrder);

test.each([
  ["", { typed: "", order: { by: "plays", ascending: false } }],
  ["?turned=", { typed: "", order: { by: "plays", ascending: true } }],
  ["?by=title", { typed: "", order: { by: "title", ascending: true } }],
  ["?q=bus+%26+nuit&by=title&turned=", { typed: "bus & nuit", order: { by: "title", ascending: false } }],
] as const)("%j keeps its search and order, which give it back", (search, state) => {
  expect(read(search)).toEqual(state);
  expect(writeList(state, "plays", firstOrder)).toBe(search);
});

test("a column that there is not is the first one", () => {
  expect(read("?by=xp").order).toEqual({ by: "plays", ascending: false });
});
