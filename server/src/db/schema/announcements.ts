import type {
  AnnouncementKind,
  AnnouncementView,
  BoardName,
  LevelRoles,
  NewsTopic,
  NoticeKind,
  QuietHours,
  TopicChannels,
} from "@beatpass/shared/contracts";
import { DEFAULT_NEWS } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Discord servers (guilds) and Slack workspaces, with what their managers chose; `guildId` is the platform's id of
 * either.
 */
export const communities = sqliteTable(
  "communities",
  {
    id: text().primaryKey(),
    platform: text({ enum: ["discord", "slack"] }).notNull(),
    guildId: text().notNull(),
    name: text().notNull(),
    demo: integer({ mode: "boolean" }).notNull().default(false),
    channelId: text(),
    locale: text({ enum: ["en", "fr"] })
      .notNull()
      .default("en"),
    members: text({ enum: ["linked", "all"] })
      .notNull()
      .default("linked"),
    levelUpFrom: integer().notNull().default(5),
    unlocksFrom: text({ enum: ["common", "rare", "epic", "legendary"] })
      .notNull()
      .default("rare"),
    /** What is announced at all. */
    topics: text({ mode: "json" }).$type<NewsTopic[]>().notNull().default(DEFAULT_NEWS.topics),
    /** Boards whose changes are announced. */
    boards: text({ mode: "json" }).$type<BoardName[]>().notNull().default(DEFAULT_NEWS.boards),
    /** Members from which on ranks are news. */
    rankNewsMembers: integer().notNull().default(DEFAULT_NEWS.rankNewsMembers),
    /** Ranked members from which on entering the top ten is news. */
    topTenRanked: integer().notNull().default(DEFAULT_NEWS.topTenRanked),
    /** Messages a channel and UTC day; what is left waits for the evening's folded one. */
    dailyPosts: integer().notNull().default(DEFAULT_NEWS.dailyPosts),
    /** Topics that go elsewhere than to the channel. */
    topicChannels: text({ mode: "json" }).$type<TopicChannels>().notNull().default({}),
    /** IANA name; quiet hours and the digest's day are told in it. */
    timeZone: text().notNull().default("UTC"),
    quietHours: text({ mode: "json" }).$type<QuietHours>(),
    /** Day of the weekly digest, 1 Monday to 7 Sunday; null: none. */
    digestDay: integer().default(1),
    /** The local date of the last digest, or of the one that was skipped. */
    digestedOn: text(),
    /** Whether a message mentions its producer, where linked. */
    mentions: integer({ mode: "boolean" }).notNull().default(false),
    levelRoles: text({ mode: "json" }).$type<LevelRoles>(),
    /** The bot was removed, or its token no longer works: nothing is sent until it is seen again. Machine time. */
    leftAt: integer(),
    /** The platform's user who added the bot or last administered it: is told where someone must act. */
    administratorId: text(),
    createdAt: integer().notNull(),
    /** The last refresh before it came; 0 before any. */
    sinceRefresh: integer().notNull().default(0),
  },
  (table) => [uniqueIndex("communities_guild").on(table.platform, table.guildId)],
);

/** People who linked themselves in a community, each with the producer they are. */
export const communityMembers = sqliteTable(
  "community_members",
  {
    communityId: text().notNull(),
    producerId: text().notNull(),
    /** The platform's user id who is this producer here. */
    platformUserId: text().notNull(),
    linkedAt: integer().notNull(),
    /** The last refresh before they came; 0 before any. */
    sinceRefresh: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.platformUserId] }),
    index("community_members_producer").on(table.producerId),
  ],
);

/** Written in the transaction of the cause; `cause` makes each announcement unique. */
export const announcements = sqliteTable(
  "announcements",
  {
    id: text().primaryKey(),
    kind: text().$type<AnnouncementKind>().notNull(),
    producerId: text().notNull(),
    cause: text().notNull().unique(),
    view: text({ mode: "json" }).$type<AnnouncementView>().notNull(),
    occurredAt: integer().notNull(),
  },
  (table) => [index("announcements_producer").on(table.producerId, table.occurredAt)],
);

/**
 * One announcement for one community or, privately, for one person: the outbox and, afterwards, the record of what
 * became of it. held: waits for the end of a burst, of the day or of quiet hours. folded: told in one message with
 * others. withdrawn: nobody wants it any more, who unlinked or switched it off meanwhile.
 */
export const deliveries = sqliteTable(
  "deliveries",
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    announcementId: text().notNull(),
    /** Of a private message, the person's address. */
    communityId: text().notNull(),
    platform: text({ enum: ["discord", "slack"] }).notNull(),
    /** Of a private message, the person. */
    channelId: text().notNull(),
    /** Where the person's id is unique, as of an identity; null for a message to a channel. */
    personScope: text(),
    /** What is said in another message's place, or was to be said when it was leased last; until then the announcement's own view. */
    view: text({ mode: "json" }).$type<AnnouncementView>(),
    /** The delivery whose message this one changes instead of posting another. */
    edits: text(),
    /** The delivery whose message tells this one with others. */
    foldedInto: text(),
    status: text({
      enum: [
        "waiting",
        "leased",
        "delivered",
        "destination-gone",
        "credentials-dead",
        "rejected",
        "unknown",
        "held",
        "folded",
        "withdrawn",
      ],
    })
      .notNull()
      .default("waiting"),
    lease: text(),
    leasedUntil: integer(),
    attempts: integer().notNull().default(0),
    /** Machine time of the last attempt whose outcome never came back. */
    inDoubtSince: integer(),
    notBefore: integer().notNull().default(0),
    /** Machine time. */
    createdAt: integer().notNull().default(0),
    /** When what was held on purpose was let go first: it is news from then on. Machine time. */
    releasedAt: integer(),
    messageId: text(),
    detail: text(),
    doneAt: integer(),
  },
  (table) => [
    index("deliveries_open").on(table.platform, table.status, table.seq),
    // The oldest open one of each channel, which every lease asks for.
    index("deliveries_turn").on(table.platform, table.channelId, table.seq).where(sql`status IN ('waiting', 'leased')`),
    index("deliveries_channel").on(table.channelId, table.status),
    index("deliveries_day").on(table.channelId, table.createdAt),
    uniqueIndex("deliveries_once").on(table.announcementId, table.communityId),
    index("deliveries_folded").on(table.foldedInto),
  ],
);

/** What an operator or a community's administrator must act on; open until it works again. Times are machine time. */
export const notices = sqliteTable("notices", {
  id: text().primaryKey(),
  /** What it is about: the same trouble again is the same notice. */
  subject: text().notNull().unique(),
  kind: text().$type<NoticeKind>().notNull(),
  platform: text({ enum: ["discord", "slack"] }).notNull(),
  communityId: text(),
  channelId: text(),
  detail: text(),
  /** Deliveries it kept back since it began. */
  deliveries: integer().notNull().default(0),
  since: integer().notNull(),
  lastAt: integer().notNull(),
  resolvedAt: integer(),
});
