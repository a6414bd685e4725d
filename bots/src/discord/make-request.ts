import type { RESTOptions } from "discord.js";

/**
 * Discord's requests go through Node's own fetch. Another library's undici takes over as the global dispatcher, and
 * then refuses the form in which discord.js sends files (seen 2026-11 with undici 8.12).
 */
export const makeRequest: RESTOptions["makeRequest"] = (url, init) =>
  fetch(url, init as unknown as RequestInit) as unknown as ReturnType<RESTOptions["makeRequest"]>;
