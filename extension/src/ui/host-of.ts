/** The part of a server's address that people know it by. */
export const hostOf = (server: string): string => new URL(server).host;
