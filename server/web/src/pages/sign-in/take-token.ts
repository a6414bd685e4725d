/** The one-time token in the address's fragment. It is removed from the address bar and the history at once. */
export function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (location.hash !== "") history.replaceState(history.state, "", location.pathname);
  return token || undefined;
}
