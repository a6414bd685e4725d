import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { DemoSite } from "@beatpass/shared/contracts";

const FILES = fileURLToPath(new URL("../../server/src/demo/site/", import.meta.url));
const TYPES: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };

export type BeatPassSite = { url: string; close(): void };

/** The demo's BeatPass stand-in with tracks of a test's choosing, on an origin of its own as BeatPass is. */
export async function startBeatPassSite(data: DemoSite): Promise<BeatPassSite> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = /^\/demo\/site\/([a-z-]+\.(?:js|css))$/.exec(pathname)?.[1];
    const isPage = pathname === "/demo/beatpass" || /^\/(track|album|artist|backstage)\//.test(pathname);
    if (pathname === "/demo/site-data.json") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(data));
    } else if (file || isPage) {
      const name = file ?? "index.html";
      response.setHeader("content-type", `${TYPES[name.split(".").at(-1) ?? ""]}; charset=utf-8`);
      // As strict as a site can be: what a page may load does not bind an extension.
      response.setHeader("content-security-policy", "default-src 'self'; img-src 'self' data:; base-uri 'none'");
      response.end(await readFile(FILES + name));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
