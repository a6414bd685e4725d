import "../testing/fake-extension.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { changeSettings } from "../background/change-settings.ts";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

describe("settings", () => {
  test("speak up by themselves about nothing until asked to", async () => {
    const { badge, notify, saleAmount } = await readSettings();
    expect([badge, saleAmount, ...Object.values(notify)]).toEqual([false, false, false, false, false, false]);
  });

  test("kept by a version that knew fewer switches get the others' defaults", async () => {
    await fakeBrowser.storage.local.set({ settings: { theme: "dark", notify: { unlock: true } } });
    expect(await readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: "dark",
      notify: { ...DEFAULT_SETTINGS.notify, unlock: true },
    });
  });

  test("changed from two pages at once both stay", async () => {
    await Promise.all([
      changeSettings({ theme: "light" }),
      changeSettings({ notify: { sale: true } }),
      changeSettings({ notify: { rank: true } }),
    ]);
    expect(await readSettings()).toMatchObject({ theme: "light", notify: { sale: true, rank: true, unlock: false } });
  });
});
