import { type Dashboard, StreamEvent } from "@beatpass/shared/contracts";
import type { Query, QueryClient } from "@tanstack/preact-query";
import { patchDashboard } from "./patch-dashboard.ts";
import { channelsQuery, dashboardQuery, sessionQuery } from "./queries.ts";
import { ServerProblem } from "./server-problem.ts";

/** The part of EventSource that is used. */
export type EventStream = {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
};

const READ_ANEW_AFTER_MS = 400;
const CLOSED = 2;
const DEPENDENT = [
  dashboardQuery.queryKey[0],
  "changes",
  "tracks",
  "albums",
  "activity",
  "insights",
  "progress",
  channelsQuery.queryKey[0],
];

/**
 * Follows what happens to the signed-in producer: figures that an event names change at once, and everything that
 * depends on it is read anew shortly after, once for events that come close together.
 * @returns how to stop
 */
export function followStream(
  client: QueryClient,
  open: () => EventStream = () => new EventSource("/v1/stream"),
): () => void {
  const stream = open();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const readAnew = () => {
    waiting = undefined;
    for (const resource of DEPENDENT) {
      // Older downloads that somebody asked for are not thrown away while they come.
      void client.invalidateQueries(
        { queryKey: [resource], predicate: isForReader },
        { cancelRefetch: resource !== "activity" },
      );
    }
  };
  // Only a refresh changes them; pages of theirs that are on their way are not thrown away.
  const readBoards = () => void client.invalidateQueries({ queryKey: ["leaderboards"] }, { cancelRefetch: false });
  const readSoon = () => {
    waiting ??= setTimeout(readAnew, READ_ANEW_AFTER_MS);
  };
  for (const type of StreamEvent.options.map(({ shape }) => shape.type.value)) {
    stream.addEventListener(type, (message) => {
      const event = StreamEvent.safeParse(parse((message as MessageEvent<string>).data));
      if (!event.success) return;
      client.setQueryData<Dashboard>(dashboardQuery.queryKey, (known) => known && patchDashboard(known, event.data));
      readSoon();
      if (event.data.type === "rank") readBoards();
    });
  }
  // What happened while nobody listened, before the first time too, is in no event.
  stream.addEventListener("open", () => {
    readSoon();
    readBoards();
  });
  stream.addEventListener("error", () => {
    // Refused for good, which is what an ended session looks like.
    if (stream.readyState === CLOSED) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  });
  return () => {
    clearTimeout(waiting);
    stream.close();
  };
}

/** What was refused stays refused, whatever happens: asked again it would only flicker. */
const isForReader = ({ state: { error } }: Query): boolean =>
  !(error instanceof ServerProblem && error.code === "not_found");

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
