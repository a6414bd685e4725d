import { expect, test } from "vitest";
import { createTokenBox } from "./token-box.ts";

const box = createTokenBox("a secret of at least thirty-two characters");
const TOKEN = "4711|plainTextTokenAsBeatPassShowsIt";

test("a token comes out as it went in, and looks like nothing in between", () => {
  const sealed = box.seal(TOKEN, "7");
  expect(box.open(sealed, "7")).toBe(TOKEN);
  expect(sealed).not.toContain("plainText");
  expect(Buffer.from(sealed.slice(3), "base64url").toString("latin1")).not.toContain("plainText");
  expect(box.seal(TOKEN, "7"), "no two alike").not.toBe(sealed);
});

test("it opens neither for another artist, nor under another key, nor changed, nor cut", () => {
  const sealed = box.seal(TOKEN, "7");
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  bytes[bytes.length - 1]! ^= 1;
  expect(box.open(sealed, "8")).toBeUndefined();
  expect(createTokenBox("another secret of thirty-two characters").open(sealed, "7")).toBeUndefined();
  expect(box.open(`v1.${bytes.toString("base64url")}`, "7")).toBeUndefined();
  expect(box.open(sealed.slice(0, 20), "7")).toBeUndefined();
  expect(box.open("", "7")).toBeUndefined();
});
