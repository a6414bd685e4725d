/** The id in `/backstage/tracks/{id}/insights`, as the address bar has it; empty where it is no such address. */
export function trackIdOf(pathname: string): string {
  const written = /^\/backstage\/tracks\/([^/]+)\/insights\/?$/.exec(pathname)?.[1] ?? "";
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
