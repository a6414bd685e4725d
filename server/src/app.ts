import { cors } from "hono/cors";
import { z } from "zod";
import { mountClaims } from "./accounts/claims/routes.ts";
import type { Auth } from "./accounts/index.ts";
import { mountOwnData } from "./accounts/own-data-routes.ts";
import { mountAccounts } from "./accounts/routes.ts";
import { mountSignIn } from "./accounts/sign-in-routes.ts";
import { mountEvents } from "./activity/routes.ts";
import { mountAdmin } from "./admin/routes.ts";
import { mountAnnouncements, mountDeliveries } from "./announcements/routes.ts";
import { mountAnswers } from "./answers/routes.ts";
import { mountArtists } from "./artists/routes.ts";
import { mountCommunities } from "./communities/routes.ts";
import { mountCommunityAdmin } from "./community-admin/routes.ts";
import type { RuledContext } from "./context.ts";
import { mountDashboard } from "./dashboard/routes.ts";
import { mountStream } from "./dashboard/stream.ts";
import { findDemo, mountDemo } from "./demo/routes.ts";
import { describeApi } from "./docs/describe-api.ts";
import { mountDocs } from "./docs/routes.ts";
import { mountErrands } from "./errands/routes.ts";
import { notFound, otherMethod } from "./errors.ts";
import { mountExplain } from "./explain/routes.ts";
import type { StripeConnection } from "./finances/connection.ts";
import { mountFinances } from "./finances/routes.ts";
import { allowedMethods } from "./http/allowed-methods.ts";
import { type Api, answers, createApi, route } from "./http/api.ts";
import { identify, logRequests } from "./http/identify.ts";
import { limitBody } from "./http/limit-body.ts";
import { isLoopbackUrl } from "./http/loopback-url.ts";
import { answerProblem, asAppError } from "./http/problem.ts";
import { createWatchers } from "./http/watchers.ts";
import { mountWebPages } from "./http/web-pages.ts";
import { mountIdentities } from "./identities/routes.ts";
import { mountInsights } from "./insights/routes.ts";
import { mountLeaderboards } from "./leaderboards/routes.ts";
import type { Log } from "./log.ts";
import { mountNotices } from "./notices/routes.ts";
import { mountProgress } from "./progress/routes.ts";
import type { BeatPassReader, SourceContext } from "./sources/beatpass/index.ts";
import { mountBeatPassSource } from "./sources/beatpass/routes.ts";
import { VERSION } from "./version.ts";
import type { Writer } from "./writer/index.ts";

export type AppDependencies = RuledContext & {
  writer: Writer;
  accounts: Auth;
  log: Log;
  publicUrl: string;
  refreshMinutes: number;
  stripe: StripeConnection;
  beatpass: SourceContext["beatpass"];
  beatpassReader: BeatPassReader;
};

/** The whole HTTP side: API, sign-in and pages. */
export function createApp(dependencies: AppDependencies): Api {
  const { db, accounts, log, publicUrl } = dependencies;
  const watchers = createWatchers();
  const app = createApi();
  app.onError((error, c) => {
    const problem = asAppError(error);
    if (problem.code === "internal")
      log.error({ event: "request", id: c.get("requestId"), outcome: "failed", err: error });
    return answerProblem(c, problem, c.get("requestId"));
  });
  app.notFound((c) => {
    const methods = allowedMethods(c.req.path);
    if (methods.length > 0) c.header("allow", methods.join(", "));
    return answerProblem(c, methods.length > 0 ? otherMethod(methods) : notFound(), c.get("requestId"));
  });
  app.use(logRequests(log));
  // Bearer tokens and pairing work from any origin; cookies never do: credentials are not allowed.
  const anywhere = cors({
    origin: "*",
    allowHeaders: ["authorization", "content-type"],
    exposeHeaders: ["x-request-id"],
    maxAge: 600,
  });
  app.use("/v1/*", anywhere);
  app.use("/api/auth/sign-out", anywhere);
  app.use("/v1/*", limitBody);
  app.use("/api/auth/*", limitBody);
  const origins = ownOrigins(publicUrl);
  app.use("/v1/*", identify(db, accounts, origins));
  app.use("/demo/*", identify(db, accounts, origins));
  app.use(findDemo(dependencies, origins));
  mountDemo(app, dependencies);
  mountSignIn(app, accounts);
  mountHealth(app);
  mountEvents(app, dependencies);
  mountAccounts(app, dependencies);
  mountClaims(app, dependencies);
  mountOwnData(app, dependencies);
  mountAdmin(app, dependencies);
  mountDashboard(app, dependencies);
  mountProgress(app, dependencies);
  mountInsights(app, dependencies);
  mountArtists(app, dependencies);
  mountLeaderboards(app, dependencies);
  mountFinances(app, dependencies);
  mountBeatPassSource(app, dependencies);
  mountExplain(app);
  mountStream(app, { ...dependencies, watchers });
  mountCommunities(app, dependencies);
  const reachable = { ...dependencies, publicUrl: isLoopbackUrl(publicUrl) ? undefined : publicUrl };
  mountAnswers(app, reachable);
  mountIdentities(app, reachable);
  mountCommunityAdmin(app, { ...dependencies, origins });
  mountErrands(app, dependencies);
  mountAnnouncements(app, { ...dependencies, watchers });
  mountDeliveries(app, dependencies);
  mountNotices(app, dependencies);
  describeApi(app);
  mountDocs(app, dependencies);
  mountWebPages(app);
  return app;
}

function mountHealth(app: Api): void {
  const Health = z.object({ status: z.literal("ok"), version: z.string() });
  app.openapi(route({ method: "get", path: "/health", responses: answers(Health, "The server answers") }), (c) =>
    c.json({ status: "ok" as const, version: VERSION }, 200),
  );
}

/** The dashboard's own origins: its public one and, for local use, both spellings of loopback. */
function ownOrigins(publicUrl: string): string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1";
  return isLoopback ? [origin, `${protocol}//localhost:${port}`, `${protocol}//127.0.0.1:${port}`] : [origin];
}
