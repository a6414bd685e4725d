import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const OUTPUT = fileURLToPath(new URL("../../extension/.output", import.meta.url));
const BEATPASS = ["https://open.beatpass.ca/*"];
const BROWSERS = ["chrome-mv3", "firefox-mv3"] as const;

const read = (build: string, file: string) => readFile(join(OUTPUT, build, file), "utf8");
const manifestOf = async (build: string) => JSON.parse(await read(build, "manifest.json"));

describe.each(BROWSERS)("the store build for %s", (browser) => {
  const build = `store/${browser}`;

  test("runs on BeatPass alone and may reach no host besides", async () => {
    const manifest = await manifestOf(build);
    expect(manifest.content_scripts.map(({ matches }: { matches: string[] }) => matches)).toEqual([BEATPASS]);
    expect(manifest.host_permissions ?? []).toEqual([]);
    const sidePanel = browser === "chrome-mv3" ? ["sidePanel"] : [];
    expect(manifest.permissions).toEqual(["alarms", "contextMenus", "storage", ...sidePanel]);
    expect(manifest.optional_permissions).toEqual(["notifications"]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(await read(build, "content-scripts/beatpass.js")).not.toMatch(/beatpass-stand-in|localhost/);
  });

  test("lets pages load and run nothing but its own files", async () => {
    const policy: string = (await manifestOf(build)).content_security_policy.extension_pages;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toContain("unsafe");
  });

  test("has a side panel that does not open by itself", async () => {
    const { side_panel, sidebar_action } = await manifestOf(build);
    expect(side_panel?.default_path ?? sidebar_action.default_panel).toBe("sidepanel.html");
    expect(sidebar_action?.open_at_install ?? false).toBe(false);
  });

  test("speaks both languages in the browser's own lists", async () => {
    const names = async (language: string) =>
      Object.keys(JSON.parse(await read(build, `_locales/${language}/messages.json`)));
    expect(await names("fr")).toEqual(await names("en"));
  });

  test("keeps what touches the token out of everything but the background", async () => {
    const files = (await readdir(join(OUTPUT, build), { recursive: true })).filter((file) => file.endsWith(".js"));
    const withSession = [];
    for (const file of files) if ((await read(build, file)).includes("local:session")) withSession.push(file);
    expect(withSession).toEqual(["background.js"]);
  });
});

test("the store build for Chromium weighs at most 150 kB, packed", async () => {
  const folder = join(OUTPUT, "store/chrome-mv3");
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) {
    if (name === ".build-stamp") continue;
    // Its name stands twice in a zip: before its contents and in the list at the end.
    const path = join(parentPath, name);
    bytes += deflateRawSync(await readFile(path), { level: 9 }).length + 76 + 2 * relative(folder, path).length;
  }
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(150_000);
});

test("the Firefox builds declare their id, their oldest version and what leaves the browser", async () => {
  for (const build of ["store/firefox-mv3", "demo/firefox-mv3"]) {
    expect((await manifestOf(build)).browser_specific_settings.gecko).toEqual({
      id: "companion@beatpass.ca",
      strict_min_version: "142.0",
      data_collection_permissions: { required: ["authenticationInfo"] },
    });
  }
});

test("only the demo build may run on loopback pages too", async () => {
  for (const browser of BROWSERS) {
    const [script] = (await manifestOf(`demo/${browser}`)).content_scripts;
    expect(script.matches.toSorted()).toEqual(["http://127.0.0.1/*", "http://localhost/*", ...BEATPASS]);
  }
});
