import { defineConfig, type UserConfig } from "wxt";
import { ownWords } from "./own-words.ts";
import { slimCharts } from "./slim-charts.ts";
import { slimZod } from "./slim-zod.ts";

/** No remote code, no inline code; the server the person names is the only one talked to (loopback may be plain). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const firefox = {
  browser_specific_settings: {
    gecko: {
      id: "companion@beatpass.ca",
      strict_min_version: "142.0",
      // What leaves the browser: the session token, to the server the person paired with.
      data_collection_permissions: { required: ["authenticationInfo" as const] },
    },
  },
};

/** The store build: it runs on BeatPass and nowhere else. */
export const storeConfig = {
  srcDir: "src",
  imports: false,
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  outDirTemplate: "store/{{browser}}-mv{{manifestVersion}}",
  vite: ({ browser }) => ({
    plugins: [ownWords(), slimCharts(), slimZod()],
    define: { __DEMO__: "false", __SIDE_PANEL_FROM_PAGE__: String(browser !== "firefox") },
    build: { modulePreload: { polyfill: false } },
    oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_extName__",
    description: "__MSG_extDescription__",
    default_locale: "en",
    permissions: ["alarms", "contextMenus", "storage"],
    // Asked for in the click that switches a notification on.
    optional_permissions: ["notifications"],
    action: { default_title: "__MSG_extName__" },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === "firefox" ? firefox : { minimum_chrome_version: "120" }),
  }),
  zip: {
    name: "beatpass-companion",
    sourcesRoot: "..",
    includeSources: [
      "{package.json,pnpm-lock.yaml,pnpm-workspace.yaml,tsconfig.json,LICENSE,README.md}",
      "scripts/**",
      "shared/**",
      "extension/**",
    ],
    excludeSources: [
      "**/node_modules/**",
      "**/.output/**",
      "**/.wxt/**",
      "**/dist/**",
      "**/*.test.{ts,tsx}",
      "extension/store/**",
    ],
  },
} satisfies UserConfig;

export default defineConfig(storeConfig);
