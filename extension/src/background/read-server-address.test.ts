import { describe, expect, test } from "vitest";
import { readServerAddress } from "./read-server-address.ts";

describe("a server address", () => {
  test.each([
    ["https://beats.example.org", "https://beats.example.org"],
    ["  https://beats.example.org:8443/pair?x=1#y ", "https://beats.example.org:8443"],
    ["beats.example.org/producer-dashboard", "https://beats.example.org"],
    ["http://localhost:8787/pair", "http://localhost:8787"],
    ["localhost:8787", "http://localhost:8787"],
    ["127.0.0.1:9000", "http://127.0.0.1:9000"],
    ["https://localhost:8443", "https://localhost:8443"],
    ["Pair your browser: https://beats.example.org/pair?code=ABCD-EFGH (10 minutes)", "https://beats.example.org"],
  ])("%s is used as %s", (typed, origin) => expect(readServerAddress(typed)).toBe(origin));

  test.each([
    "http://beats.example.org",
    "http://localhost.example.org",
    "http://192.168.1.4:8787",
    "ftp://localhost",
    "javascript:alert(1)",
    "https://user:secret@beats.example.org",
    "https://",
    "",
    "not an address",
    "see http://beats.example.org for more",
  ])("%s is refused: plain http is for loopback alone", (typed) => expect(readServerAddress(typed)).toBeUndefined());
});
