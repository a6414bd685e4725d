import {
  CardAnswer,
  CommunityAdmin,
  type CommunitySettingsChange,
  Places,
  type PreviewKind,
} from "@beatpass/shared/contracts";
import { queryOptions } from "@tanstack/preact-query";
import { callServer } from "../../api/call-server.ts";

const path = (id: string, rest: string) => `/v1/communities/${encodeURIComponent(id)}/${rest}`;

export const communityQuery = (id: string) =>
  queryOptions({
    queryKey: ["community", id],
    queryFn: () => callServer(CommunityAdmin, "GET", path(id, "settings")),
    retry: false,
    // Half-filled fields must not be read anew underneath.
    refetchOnWindowFocus: false,
  });

/** Asked of the bot, which may take seconds; a retry is the reader's to ask for. */
export const placesQuery = (id: string, enabled: boolean) =>
  queryOptions({
    queryKey: ["community", id, "places"],
    queryFn: () => callServer(Places, "GET", path(id, "places")),
    retry: false,
    enabled,
    staleTime: 30_000,
  });

export const cardQuery = (id: string, kind: PreviewKind, locale: string, enabled: boolean) =>
  queryOptions({
    queryKey: ["community", id, "card", kind, locale],
    queryFn: () => callServer(CardAnswer, "POST", path(id, "card"), { kind }),
    retry: false,
    enabled,
    staleTime: 300_000,
  });

export const saveCommunity = (id: string, change: CommunitySettingsChange) =>
  callServer(CommunityAdmin, "PATCH", path(id, "settings"), change);
