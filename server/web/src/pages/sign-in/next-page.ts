import { PAGES } from "@beatpass/shared/links";

/**
 * Where to go after signing in: the page that was asked for, if it is one of this site, else home.
 * @param search the query of the sign-in page
 * @param origin this site's own
 */
export function nextPage(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get("next") ?? "";
  if (!wanted.startsWith("/")) return PAGES.home;
  // The browser's own reading decides: "//", "/\" and control characters all name other sites.
  const url = URL.parse(wanted, origin);
  if (url?.origin !== origin || url.pathname.startsWith("//")) return PAGES.home;
  const isSignIn = url.pathname === PAGES.signIn || url.pathname === PAGES.setPassword;
  return isSignIn ? PAGES.home : url.pathname + url.search;
}
