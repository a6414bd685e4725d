import { askForArtist, decideClaim, withdrawClaim } from "../accounts/claims/index.ts";
import { eraseAccount } from "../accounts/erase/index.ts";
import { createOwnKey, revokeBrowser, revokeKey, saveAccount, savePrivacy } from "../accounts/index.ts";
import { recordEvents } from "../activity/index.ts";
import { createKey } from "../admin/index.ts";
import { foldHeld, type LeaseQuery, leaseDeliveries, recordOutcome } from "../announcements/index.ts";
import {
  communitiesPresent,
  communityLeft,
  communitySeen,
  joinCommunity,
  saveCommunity,
} from "../communities/index.ts";
import { createManageLink, openManageSession, saveSettings } from "../community-admin/index.ts";
import type { WriteContext } from "../context.ts";
import { recordVisit } from "../dashboard/index.ts";
import { linkDemoMember, removeDemo } from "../demo/index.ts";
import { remakeDigest, writeCommunityDigests, writeOwnDigests } from "../digests/index.ts";
import { answerErrand, leaseErrands, sendErrand } from "../errands/index.ts";
import { forgetStripeAccount, recordStripeEvent, saveStripeAccount } from "../finances/index.ts";
import { linkIdentity, makeLinkCode, saveChoices, unlinkIdentity } from "../identities/index.ts";
import { foldRollups } from "../insights/index.ts";
import { refreshIfDue, refreshLeaderboards } from "../leaderboards/index.ts";
import { memberRejoined, settleRoles } from "../roles/index.ts";
import {
  askForReading,
  noteBeatPassReading,
  recordReading,
  remindOfTokens,
  removeBeatPassConnection,
  saveBeatPassConnection,
} from "../sources/beatpass/index.ts";

/** Every verb that writes to the ledger or what is derived from it. Each is one transaction. */
export const VERBS = {
  recordEvents,
  foldRollups,
  refreshLeaderboards,
  refreshIfDue,
  leaseDeliveries: (context: WriteContext, query: LeaseQuery) => leaseDeliveries(context, query, remakeDigest),
  recordOutcome,
  foldHeld,
  saveCommunity,
  saveAccount,
  savePrivacy,
  revokeBrowser,
  createOwnKey,
  createKey,
  revokeKey,
  askForArtist,
  withdrawClaim,
  decideClaim,
  eraseAccount,
  joinCommunity,
  saveSettings,
  createManageLink,
  openManageSession,
  writeCommunityDigests,
  remindOfTokens,
  writeOwnDigests,
  settleRoles,
  memberRejoined,
  sendErrand,
  leaseErrands,
  answerErrand,
  makeLinkCode,
  linkIdentity,
  unlinkIdentity,
  saveChoices,
  communitySeen,
  communityLeft,
  communitiesPresent,
  saveStripeAccount,
  recordStripeEvent,
  forgetStripeAccount,
  recordVisit,
  askForReading,
  saveBeatPassConnection,
  noteBeatPassReading,
  recordReading,
  removeBeatPassConnection,
  linkDemoMember,
  removeDemo,
} as const satisfies Record<string, (context: WriteContext, input: never) => Promise<unknown>>;

export type VerbName = keyof typeof VERBS;
export type VerbInput<Name extends VerbName> = Parameters<(typeof VERBS)[Name]>[1];
export type VerbOutput<Name extends VerbName> = Awaited<ReturnType<(typeof VERBS)[Name]>>;

/** Runs verbs one after another, in this thread or another. */
export type Writer = {
  run<Name extends VerbName>(name: Name, input: VerbInput<Name>): Promise<VerbOutput<Name>>;
  close(): Promise<void>;
};
