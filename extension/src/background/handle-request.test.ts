import "../testing/fake-extension.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { viewItem } from "../storage/items.ts";
import { handleRequest } from "./handle-request.ts";
import { sessionItem } from "./session.ts";

const id = fakeBrowser.runtime.id;
const ownPage = { id, url: fakeBrowser.runtime.getURL("/popup.html") };
const contentScript = { id, url: "https://open.beatpass.ca/track/1/x" };
const subject = { kind: "track", id: "1" };

beforeEach(() => {
  fakeBrowser.reset();
});

describe("the background answers", () => {
  test("its own pages, whatever they may ask", async () => {
    expect(await handleRequest({ type: "server.set", address: "beats.example.org" }, ownPage)).toEqual({
      status: "set",
      server: "https://beats.example.org",
    });
  });

  test("content scripts only what they show", async () => {
    expect(await handleRequest({ type: "insights.read", subject }, contentScript)).toEqual({ status: "unpaired" });
    await sessionItem.setValue({ status: "paired", server: "https://beats.example.org", token: "secret" });
    await viewItem.setValue({ connection: "paired", server: "https://beats.example.org" });
    const types = ["unpair", "pairing.start", "pairing.cancel", "figures.refresh", "storage.list", "everything.clear"];
    for (const type of types) expect(handleRequest({ type }, contentScript)).toBeUndefined();
    expect(handleRequest({ type: "settings.change", change: { badge: true } }, contentScript)).toBeUndefined();
    expect(await sessionItem.getValue()).toMatchObject({ token: "secret" });
  });

  test("content scripts with a page of the paired server, the artists of the person among them", async () => {
    await sessionItem.setValue({ status: "paired", server: "https://beats.example.org", token: "secret" });
    await handleRequest({ type: "artists.open" }, contentScript);
    const tabs = await fakeBrowser.tabs.query({});
    expect(tabs.at(-1)?.url).toBe("https://beats.example.org/settings#artists");
  });

  test("content scripts with the switches that the site's pages follow", async () => {
    await handleRequest({ type: "settings.change", change: { longPress: false, language: "fr" } }, ownPage);
    expect(await handleRequest({ type: "switches.read" }, contentScript)).toEqual({
      menu: true,
      longPress: false,
      locale: "fr",
      theme: "system",
    });
  });

  test("what is kept by name and size alone, and clears all of it", async () => {
    await handleRequest({ type: "settings.change", change: { theme: "dark" } }, ownPage);
    await viewItem.setValue({ connection: "signed-out", server: "https://beats.example.org" });
    const kept = await handleRequest({ type: "storage.list" }, ownPage);
    expect(kept).toEqual([
      { name: "settings", bytes: expect.any(Number) },
      { name: "view", bytes: expect.any(Number) },
    ]);
    await handleRequest({ type: "everything.clear" }, ownPage);
    expect(await handleRequest({ type: "storage.list" }, ownPage)).toEqual([]);
  });

  test("nobody else, and nothing it does not know", () => {
    expect(handleRequest({ type: "insights.read", subject }, { id: "another-extension" })).toBeUndefined();
    expect(
      handleRequest({ type: "insights.read", subject: { kind: "track", id: "../admin" } }, ownPage),
    ).toBeUndefined();
    expect(handleRequest({ type: "insights.read", subject: { kind: "user", id: "1" } }, ownPage)).toBeUndefined();
    expect(handleRequest("insights.read", ownPage)).toBeUndefined();
    expect(handleRequest({ type: "token.read" }, ownPage)).toBeUndefined();
    expect(handleRequest({ type: "settings.change", change: { theme: "neon" } }, ownPage)).toBeUndefined();
  });
});
