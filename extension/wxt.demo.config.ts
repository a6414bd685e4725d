import { defineConfig } from "wxt";
import { storeConfig } from "./wxt.config.ts";

/**
 * The demo build: also runs on loopback pages that declare themselves a BeatPass stand-in, and may notify without
 * being asked, since no test can answer the browser's question.
 */
export default defineConfig({
  ...storeConfig,
  outDirTemplate: "demo/{{browser}}-mv{{manifestVersion}}",
  vite: (env) => {
    const store = storeConfig.vite(env);
    return { ...store, define: { ...store.define, __DEMO__: "true" } };
  },
  manifest: (env) => {
    const { optional_permissions, permissions, ...manifest } = storeConfig.manifest(env);
    return { ...manifest, name: "__MSG_extNameDemo__", permissions: [...permissions, ...optional_permissions] };
  },
});
