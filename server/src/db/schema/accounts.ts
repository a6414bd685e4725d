import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tables of the sign-in library (better-auth), plus the two columns that are ours on `user`. */
const instant = () => integer({ mode: "timestamp_ms" });

export const user = sqliteTable("user", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer({ mode: "boolean" }).notNull().default(false),
  image: text(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
  admin: integer({ mode: "boolean" }).notNull().default(false),
  producerId: text(),
});

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
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
  },
  (table) => [index("session_user").on(table.userId)],
);

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
  createdAt: instant().notNull(),
  revokedAt: instant(),
});
