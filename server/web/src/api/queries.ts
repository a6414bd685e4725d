import {
  Account,
  Activity,
  AlbumList,
  BeatPassSource,
  Changes,
  Claims,
  Communities,
  Dashboard,
  DemoChannels,
  type DownloadRange,
  Finances,
  Identities,
  Insights,
  Leaderboard,
  People,
  Privacy,
  Progress,
  PublicArtist,
  RankChange,
  ReleaseCurve,
  Session,
  TrackList,
  type TransactionKind,
  Visit,
} from "@beatpass/shared/contracts";
import type { SubjectRef } from "@beatpass/shared/links";
import type { Category } from "@beatpass/shared/rules";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/preact-query";
import { callServer } from "./call-server.ts";

/** What the pages read. The first word of a key names the resource. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => callServer(Session, "GET", "/v1/session"),
  staleTime: 5 * 60_000,
});

export const dashboardQuery = queryOptions({
  queryKey: ["dashboard"],
  queryFn: () => callServer(Dashboard, "GET", "/v1/dashboard"),
});

/**
 * Says that somebody looks, and since when there is news for them: told anew when the page comes back into sight and,
 * while it is in sight, every few minutes, so that a visit lasts as long as one looks.
 */
export const visitQuery = queryOptions({
  queryKey: ["visit"],
  queryFn: () => callServer(Visit, "POST", "/v1/visits"),
  refetchOnWindowFocus: "always",
  refetchInterval: 5 * 60_000,
  staleTime: 60_000,
});

/** @param since absent while it is not known */
export const changesQuery = (since: string | undefined) =>
  queryOptions({
    queryKey: ["changes", since],
    queryFn: () => callServer(Changes, "GET", `/v1/changes?${new URLSearchParams({ since: since! })}`),
    enabled: since !== undefined,
  });

export const progressQuery = queryOptions({
  queryKey: ["progress"],
  queryFn: () => callServer(Progress, "GET", "/v1/progress"),
});

/** Which board: of a category, in a period, among everybody or a community's members. */
export type BoardRef = { category: Category; period: string; community: string | undefined };

const boardPath = ({ category }: BoardRef): string => `/v1/leaderboards/${category}`;
const boardSearch = ({ period, community }: BoardRef, more: Record<string, string> = {}): string =>
  `?${new URLSearchParams({ period, ...(community !== undefined && { community }), ...more })}`;

/** A board page by page, from its top or from around one's own place. */
export const leaderboardQuery = (board: BoardRef, from: "top" | "me") =>
  infiniteQueryOptions({
    queryKey: ["leaderboards", "board", board, from],
    queryFn: ({ pageParam }) => {
      const start = pageParam ? { cursor: pageParam } : from === "me" ? { around: "me" } : {};
      return callServer(Leaderboard, "GET", boardPath(board) + boardSearch(board, { limit: "25", ...start }));
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    // The board before stays in sight until the next is there; it says itself which one it is.
    placeholderData: (before) => before,
  });

export const rankChangeQuery = (board: BoardRef) =>
  queryOptions({
    queryKey: ["leaderboards", "change", board],
    queryFn: () => callServer(RankChange, "GET", `${boardPath(board)}/change${boardSearch(board)}`),
  });

export const communitiesQuery = queryOptions({
  queryKey: ["communities"],
  queryFn: () => callServer(Communities, "GET", "/v1/communities"),
  staleTime: 5 * 60_000,
});

export const tracksQuery = queryOptions({
  queryKey: ["tracks"],
  queryFn: () => callServer(TrackList, "GET", "/v1/tracks"),
});

export const albumsQuery = queryOptions({
  queryKey: ["albums"],
  queryFn: () => callServer(AlbumList, "GET", "/v1/albums"),
});

/** Each page holds the whole answer, with the next part of the downloads' list. */
export const activityQuery = (range: DownloadRange) =>
  infiniteQueryOptions({
    queryKey: ["activity", range],
    queryFn: ({ pageParam }) =>
      callServer(
        Activity,
        "GET",
        `/v1/activity?${new URLSearchParams({ range, ...(pageParam && { cursor: pageParam }) })}`,
      ),
    initialPageParam: "",
    getNextPageParam: ({ downloads }) => downloads.nextCursor,
    placeholderData: keepPreviousData,
  });

/** @param dates inclusive; the server's this year where absent */
export const insightsQuery = ({ kind, id }: SubjectRef, dates: { from?: string; to?: string } = {}) => {
  const query = new URLSearchParams(dates).toString();
  return queryOptions({
    queryKey: ["insights", kind, id, dates],
    queryFn: () =>
      callServer(Insights, "GET", `/v1/${kind}s/${encodeURIComponent(id)}/insights${query === "" ? "" : `?${query}`}`),
    // The figures of one range stay until those of the next are there; never another subject's.
    placeholderData: (before, query) => (query?.queryKey[1] === kind && query.queryKey[2] === id ? before : undefined),
  });
};

/** What every reader may see of an artist. */
export const publicArtistQuery = (id: string) =>
  queryOptions({
    queryKey: ["public-artist", id],
    queryFn: () => callServer(PublicArtist, "GET", `/v1/artists/${encodeURIComponent(id)}/public`),
  });

/** A track's plays by day since its publication. */
export const releaseCurveQuery = (id: string) =>
  queryOptions({
    queryKey: ["insights", "release-curve", id],
    queryFn: () => callServer(ReleaseCurve, "GET", `/v1/tracks/${encodeURIComponent(id)}/release-curve`),
  });

export const identitiesQuery = queryOptions({
  queryKey: ["identities"],
  queryFn: () => callServer(Identities, "GET", "/v1/identities"),
});

export const financesQuery = queryOptions({
  queryKey: ["finances", "state"],
  queryFn: () => callServer(Finances, "GET", "/v1/finances?limit=50"),
});

/** @param kind undefined: of every kind */
export const transactionsQuery = (kind: TransactionKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ["finances", "transactions", kind ?? "all"],
    queryFn: ({ pageParam }) =>
      callServer(
        Finances,
        "GET",
        `/v1/finances?${new URLSearchParams({ limit: "50", ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) })}`,
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Asked again and again while the catalog is read. */
export const beatPassQuery = queryOptions({
  queryKey: ["beatpass"],
  queryFn: () => callServer(BeatPassSource, "GET", "/v1/sources/beatpass"),
  refetchInterval: ({ state }) => (state.data?.connection?.reading ? 1000 : false),
});

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => callServer(People, "GET", "/v1/admin/people"),
});

export const channelsQuery = queryOptions({
  queryKey: ["channels"],
  queryFn: () => callServer(DemoChannels, "GET", "/v1/demo/channels"),
});

export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: () => callServer(Account, "GET", "/v1/account"),
});

export const privacyQuery = queryOptions({
  queryKey: ["privacy"],
  queryFn: () => callServer(Privacy, "GET", "/v1/privacy"),
});

export const claimsQuery = queryOptions({
  queryKey: ["claims"],
  queryFn: () => callServer(Claims, "GET", "/v1/claims"),
});
