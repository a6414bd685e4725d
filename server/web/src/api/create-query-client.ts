import { QueryCache, QueryClient } from "@tanstack/preact-query";
import { sessionQuery } from "./queries.ts";
import { ServerProblem } from "./server-problem.ts";

const TRIES = 3;

const isPassing = (error: Error): boolean => error instanceof ServerProblem && error.isPassing;

/** Keeps what was read, asks again only where that can help, and notices when the session has ended. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ServerProblem && error.code === "unauthenticated")
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        // A page without network says so at once instead of waiting for it.
        networkMode: "always",
        refetchOnReconnect: true,
        staleTime: 10_000,
        retry: (failures, error) => failures < TRIES - 1 && isPassing(error),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}
