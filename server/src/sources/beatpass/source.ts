/** The ledger's name for what was read from the BeatPass API; no ingest key may speak for it. */
export const SOURCE = "beatpass";
