import { createTranslator } from "@beatpass/messages";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { memberRoles } from "../db/schema/index.ts";
import { addErrand } from "../errands/index.ts";
import { type Difference, readDifferences } from "./read-differences.ts";
import { rolesFor } from "./roles-for.ts";

/** A bot that is away so long has other worries; what is not done by then is asked anew with the next change. */
const FOR_MS = 7 * MS_PER_DAY;

const roleSubject = (communityId: string, userId: string): string => `roles:${communityId}:${userId}`;

/**
 * Asks the bots to give and take back roles wherever they are not what levels and links say. The bot compares with what
 * a member has, so that asking twice does no harm.
 * @returns how many members
 */
export async function settleRoles(context: WriteContext): Promise<number> {
  return context.write(async (tx) => {
    const differences = await readDifferences(tx, Date.now());
    for (const difference of differences) await ask(tx, difference);
    return differences.length;
  });
}

async function ask(tx: Tx, { communityId, guildId, locale, userId, level, roles, managed }: Difference): Promise<void> {
  const t = createTranslator(locale);
  const ours = [...new Set([...managed, ...(roles?.roles ?? []).map(({ roleId }) => roleId)])];
  await addErrand(tx, {
    platform: "discord",
    guildId,
    subject: roleSubject(communityId, userId),
    forMs: FOR_MS,
    errand: {
      is: "hold-roles",
      userId,
      hold: roles ? rolesFor(level, roles) : [],
      managed: ours,
      reason: level > 0 ? t("roles.reason.level", { level }) : t("roles.reason.unlinked"),
    },
  });
  const row = { level, given: roles ?? null, managed: ours, outcome: "open" as const, askedAt: Date.now() };
  await tx
    .insert(memberRoles)
    .values({ communityId, platformUserId: userId, ...row })
    .onConflictDoUpdate({ target: [memberRoles.communityId, memberRoles.platformUserId], set: row });
}
