/** Slack reads `&`, `<` and `>` as control characters in every text, formatted or not. */
export const escapeSlack = (line: string): string =>
  line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
