import { type SQL, sql } from "drizzle-orm";

/**
 * The last refresh there was, for who comes now. What counts is which refresh one saw first, and not the instant: the
 * product clock may stand still.
 */
export const sinceRefresh: SQL<number> = sql<number>`(SELECT coalesce(max(id), 0) FROM refreshes)`;
