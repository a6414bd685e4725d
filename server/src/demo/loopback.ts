import type { Context } from "hono";

/**
 * Whether a request comes from this machine to this machine. The name it was sent to is looked at as well, so that
 * neither a proxy nor a foreign name that resolves here passes.
 */
export function isLoopback(c: Context): boolean {
  const address = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress;
  const host = (c.req.header("host") ?? "").replace(/:\d+$/, "");
  const local = (name: string) =>
    name === "localhost" || name === "::1" || name === "[::1]" || /^(::ffff:)?127\./.test(name);
  return address !== undefined && local(address) && local(host) && c.req.header("x-forwarded-for") === undefined;
}
