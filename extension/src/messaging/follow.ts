import type { Found } from "../content/read-page.ts";

/** Name of the port by which a side panel listens to the page beside it. */
export const FOLLOW = "follow";

/** From a page of the site to the side panel beside it: what it speaks of now, or what was right-clicked on it. */
export type FollowNews = { type: "page"; found?: Found | undefined } | { type: "picked"; found: Found };
