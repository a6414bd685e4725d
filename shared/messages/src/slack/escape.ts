/** Slack reads `&`, `<` and `>` as control characters in every text, formatted or not. */
export const escapeSlack = (line: string): string =>
  line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What a member typed, out of the form in which Slack hands it on. */
export const unescapeSlack = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
