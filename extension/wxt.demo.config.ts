import { defineConfig } from "wxt";
import { storeConfig } from "./wxt.config.ts";

/** The demo build: also runs on loopback pages that declare themselves a BeatPass stand-in. */
export default defineConfig({
  ...storeConfig,
  outDirTemplate: "demo/{{browser}}-mv{{manifestVersion}}",
  vite: () => ({ ...storeConfig.vite(), define: { __DEMO__: "true" } }),
  manifest: (env) => ({ ...storeConfig.manifest(env), name: "__MSG_extNameDemo__" }),
});
