/**
 * One line of plain text for Discord's markdown: shown as it is, without formatting, mention, link or heading.
 * Only what would be read as markup is escaped, so that ordinary text stays readable.
 */
export const escapeDiscord = (line: string): string =>
  line
    .replaceAll(/[\\*_~`|<[]/g, "\\$&")
    .replaceAll("://", ":\\//")
    .replaceAll(/@(?=everyone|here)/g, "@\u200b")
    .replace(/^(\s*)(>|#|-|\+)/, "$1\\$2")
    .replace(/^(\s*\d+)\./, "$1\\.");
