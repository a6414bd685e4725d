import { z } from "zod";
import { Count, Id, Instant, IsoDate } from "./common.ts";

/** Downloads of the last n UTC days, today among them, or of all time (spec §7). */
export const DOWNLOAD_RANGES = ["7d", "30d", "90d", "all"] as const;
export type DownloadRange = (typeof DOWNLOAD_RANGES)[number];

export const ActivityQuery = z.object({
  range: z.enum(DOWNLOAD_RANGES).default("30d"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .regex(/^\d{1,16}-\d{1,16}$/)
    .optional()
    .meta({ description: "downloads.nextCursor of the answer before: goes on with the recent list" }),
});

export const DownloadRow = z.object({
  track: z.object({ id: Id, title: z.string() }),
  at: Instant,
  by: z.object({
    id: Id.optional().meta({ description: "Only of somebody whose name is public here" }),
    name: z.string().meta({ description: "A pseudonym, the same for the same account, unless the name is public" }),
  }),
});
export type DownloadRow = z.infer<typeof DownloadRow>;

/** What a producer put out and what was taken from it (spec §7). */
export const Activity = z.object({
  calendar: z
    .array(z.object({ date: IsoDate, uploads: Count }))
    .meta({ description: "Every UTC day from the Monday 52 weeks before this week's to today" }),
  lastUploadOn: IsoDate.optional(),
  downloads: z.object({
    range: z.enum(DOWNLOAD_RANGES),
    from: IsoDate.optional().meta({ description: "First day of the range; absent for all time" }),
    total: Count.optional().meta({ description: "Absent where no source tells of any" }),
    users: Count.optional().meta({ description: "Different accounts; absent where no source tells of downloads" }),
    topTrack: z.object({ id: Id, title: z.string(), downloads: Count }).optional(),
    recent: z.array(DownloadRow).meta({ description: "Newest first" }),
    nextCursor: z.string().optional(),
  }),
  asOf: Instant,
});
export type Activity = z.infer<typeof Activity>;
