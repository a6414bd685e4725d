import { defineConfig, type Plugin } from "vite";

/** Without this a page would be painted once in the system's theme before the chosen one is known. */
const paintAfterScript: Plugin = {
  name: "paint-after-script",
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [paintAfterScript],
  build: {
    outDir: "dist",
    // The content security policy takes fonts and images from files, not from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
