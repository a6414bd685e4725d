const LOOPBACK = new Set(["localhost", "127.0.0.1"]);

/**
 * The origin of a server address or invitation link as a person pastes it, or undefined where it may not be used:
 * https anywhere, plain http on loopback only. "localhost:8787" and "beats.example.org/pair" are understood, and so
 * is a whole message with one link in it. Nothing but the origin is taken: a code in a link is not used.
 */
export function readServerAddress(input: string): string | undefined {
  const text = firstLink(input.trim());
  if (!text) return undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = parse(hasScheme ? text : `https://${text}`);
  if (!url?.hostname || url.username || url.password) return undefined;
  const loopback = LOOPBACK.has(url.hostname);
  if (url.protocol === "https:" && (hasScheme || !loopback)) return url.origin;
  return loopback ? parse(hasScheme ? text : `http://${text}`)?.origin : undefined;
}

function parse(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url : undefined;
}

/** What stands alone is the address; of several words only a link is. */
const firstLink = (text: string): string => (/\s/.test(text) ? (/https?:\/\/\S+/i.exec(text)?.[0] ?? "") : text);
