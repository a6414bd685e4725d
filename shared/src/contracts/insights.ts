import { z } from "zod";
import { SUBJECT_KINDS } from "../links.ts";
import { COMPLETION_LEVELS, ENGAGEMENT_BADGES, ENGAGEMENT_MESSAGES, QUALITY_RATINGS } from "../metrics/index.ts";
import { HistoryStart } from "./beatpass-source.ts";
import { Count, Id, Instant, IsoDate, NamedRef, Ratio } from "./common.ts";

/** Backstage insights of a track, album or artist (spec §5). Rates and shares are 0–1; a missing figure is absent. */
export const Share = z.object({ name: z.string(), plays: Count, share: Ratio });
export type Share = z.infer<typeof Share>;

export const ListenerShare = z.object({
  listenerId: Id.optional().meta({ description: "Only of somebody whose name is public here" }),
  name: z.string().meta({
    description:
      "Without `listenerId`: guests, who are one row, or a pseudonym such as Listener 0A1B2C, the same for the same account",
  }),
  plays: Count,
  share: Ratio,
});

export const Breakdown = z.object({
  completed: Count,
  mostly: Count,
  half: Count,
  partial: Count,
  skipped: Count,
});

export const Engagement = z.object({
  plays: Count.meta({ description: "Plays with engagement: a known duration and a listened time" }),
  averageListenMs: z.number().optional(),
  completionRate: Ratio.optional(),
  totalListenMs: Count,
  completedListens: Count,
  breakdown: Breakdown,
  qualityScore: z.number().optional(),
  rating: z.enum(QUALITY_RATINGS).optional(),
  badge: z.enum(ENGAGEMENT_BADGES).optional(),
  level: z.enum(COMPLETION_LEVELS).optional(),
  message: z
    .enum(ENGAGEMENT_MESSAGES)
    .optional()
    .meta({ description: "Which insight sentence fits; worded by the reader's language" }),
  series: z
    .array(
      z.object({
        date: IsoDate,
        plays: Count,
        averageListenMs: z.number().optional(),
        completionRate: Ratio.optional(),
      }),
    )
    .meta({ description: "Every day of the range; the averages of days with plays whose listened time is known" }),
});
export type Engagement = z.infer<typeof Engagement>;

export const Insights = z.object({
  subject: z.object({
    kind: z.enum(SUBJECT_KINDS),
    id: Id,
    title: z.string(),
    artists: z.array(NamedRef),
    image: z.string().optional(),
  }),
  range: z.object({ from: IsoDate, to: IsoDate }),
  previousRange: z.object({ from: IsoDate, to: IsoDate }),
  plays: z.object({
    total: Count,
    previous: Count.optional().meta({
      description: "Plays in the range before; absent where daily figures begin on its first day or later",
    }),
    growthRate: Ratio.optional().meta({ description: "Absent where the plays before are none, or not known" }),
    trend: Ratio.optional().meta({
      description: "Absent where the first half has no play, or daily figures begin on its first day or later",
    }),
    peakDay: z.object({ date: IsoDate, plays: Count }).optional(),
    dailyAverage: z.number(),
    dataPoints: Count,
    bar: z.enum(["day", "week", "month"]),
    series: z.array(z.object({ date: IsoDate, plays: Count })),
    previousSeries: z
      .array(z.object({ date: IsoDate, plays: Count.nullable() }))
      .meta({ description: "null: daily figures begin on the bar's first day or later" }),
  }),
  downloads: z.object({ total: Count.optional().meta({ description: "Absent where no source tells of any" }) }),
  engagement: Engagement.optional().meta({ description: "Tracks only: it needs one track's duration" }),
  devices: z.array(Share),
  platforms: z.array(Share),
  locations: z.array(Share),
  listeners: z.array(ListenerShare),
  tracks: z.array(z.object({ id: Id, title: z.string(), artists: z.array(NamedRef), plays: Count })).optional(),
  firstPlayOn: IsoDate.optional().meta({ description: "Where the range 'all time' begins" }),
  lastPlayOn: IsoDate.optional(),
  historyStart: HistoryStart.optional(),
  asOf: Instant,
});
export type Insights = z.infer<typeof Insights>;

/** No range begins earlier: years before 100 are no years to the calendar of JavaScript. */
export const EARLIEST_DAY = "1900-01-01";

export const InsightsQuery = z.object({
  from: IsoDate.optional().meta({
    description: `First UTC day of the range, included; January 1 of the year of \`to\` where absent. Not before ${EARLIEST_DAY}, and at most a hundred years before \`to\``,
  }),
  to: IsoDate.optional().meta({ description: "Last UTC day of the range, included; today where absent" }),
});
