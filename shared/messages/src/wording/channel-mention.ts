const START = "\ue000";
const END = "\ue001";
/** Finds channels in a line; the first group is the id. */
export const CHANNEL = /\ue000([0-9A-Z]{1,30})\ue001/g;

/** A channel within a line of plain text; each platform writes it in its own way, after it escaped the rest. */
export const channelMention = (id: string): string => START + id + END;
