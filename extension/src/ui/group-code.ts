/** A code in groups of four, as people read and type it; the server does not mind the hyphens. */
export const groupCode = (code: string): string => code.replace(/[^a-z0-9]/gi, "").replace(/(.{4})(?=.)/g, "$1-");
