import type { ChatPlatform } from "@beatpass/shared/contracts";
import { and, eq, type SQL } from "drizzle-orm";
import { identities } from "../db/schema/index.ts";

/** A person on a platform: the key of an identity. */
export type Person = { platform: ChatPlatform; scope: string; platformUserId: string };

/** A condition on `identities`. */
export const isPerson = ({ platform, scope, platformUserId }: Person): SQL | undefined =>
  and(eq(identities.platform, platform), eq(identities.scope, scope), eq(identities.platformUserId, platformUserId));
