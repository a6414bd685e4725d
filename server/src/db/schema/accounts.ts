import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tables of the sign-in library (better-auth), plus the columns that are ours on `user` and `session`. */
const instant = () => integer({ mode: "timestamp_ms" });

/**
 * Who can sign in. `id` is the library's own; the producer whose figures they see is `producerId`, null until an
 * artist is theirs.
 */
export const user = sqliteTable(
  "user",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: integer({ mode: "boolean" }).notNull().default(false),
    image: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    admin: integer({ mode: "boolean" }).notNull().default(false),
    producerId: text(),
    /** Language of the pages and of what is sent; null: the browser's. */
    locale: text({ enum: ["en", "fr"] }),
    /** IANA name; null: unknown, hence UTC (spec §4 "Seasonal"). */
    timeZone: text(),
  },
  (table) => [index("user_producer").on(table.producerId)],
);

/** A browser that is signed in: the dashboard by its cookie, the extension by the token as a bearer. */
export const session = sqliteTable(
  "session",
  {
    id: text().primaryKey(),
    expiresAt: instant().notNull(),
    token: text().notNull().unique(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    /** What a paired browser calls itself; null for a sign-in on the dashboard. */
    browser: text(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
  },
  (table) => [index("session_user").on(table.userId)],
);

/** Ways of signing in to a user; ours are all by password, whose hash is in `password`. */
export const account = sqliteTable(
  "account",
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index("account_user").on(table.userId)],
);

/** What the library remembers for a while: the tokens of one-time links. */
export const verification = sqliteTable(
  "verification",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

/** Pairing codes of browser extensions, from being asked for until the token is collected. */
export const deviceCode = sqliteTable("device_code", {
  id: text().primaryKey(),
  deviceCode: text().notNull().unique(),
  userCode: text().notNull().unique(),
  userId: text(),
  expiresAt: instant().notNull(),
  status: text().notNull(),
  lastPolledAt: instant(),
  pollingInterval: integer(),
  clientId: text(),
  scope: text(),
});

/** Which browser asked for a pairing code, and when: shown before it is approved. */
export const pairings = sqliteTable("pairings", {
  userCode: text().primaryKey(),
  browser: text().notNull(),
  requestedAt: instant().notNull(),
});

/** API keys: only a hash is kept. `sources` lists the event sources an ingest key may speak for ("*" = any). */
export const apiKeys = sqliteTable("api_keys", {
  id: text().primaryKey(),
  hash: text().notNull().unique(),
  scope: text({ enum: ["ingest", "read", "bot", "admin"] }).notNull(),
  producerId: text(),
  sources: text({ mode: "json" }).$type<string[]>().notNull(),
  /** May set producerId and vouched in events. */
  trusted: integer({ mode: "boolean" }).notNull().default(false),
  note: text(),
  /** Whose key it is, where a person made it on the settings page. */
  userId: text(),
  createdAt: instant().notNull(),
  revokedAt: instant(),
});

/** Who asked for which artist profile; an administrator decides. Instants are machine time. */
export const claims = sqliteTable(
  "claims",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    artistId: text().notNull(),
    /** As known when it was asked for; given by the person where the ledger did not know the artist. */
    artistName: text().notNull(),
    note: text(),
    status: text({ enum: ["waiting", "approved", "declined"] })
      .notNull()
      .default("waiting"),
    askedAt: instant().notNull(),
    decidedAt: instant(),
  },
  (table) => [index("claims_user").on(table.userId), index("claims_status").on(table.status)],
);
