import type { Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { Redirect } from "wouter-preact";
import { sessionQuery } from "../api/queries.ts";
import { Answer } from "./answer.tsx";
import { Frame } from "./frame.tsx";

/** Lets in who is signed in; everybody else goes to sign in, and comes back here afterwards. */
export function SignedIn({ children }: { children: (session: Session) => ComponentChildren }) {
  const query = useQuery(sessionQuery);
  if (query.data) {
    if (query.data.user) return <Frame session={query.data}>{children(query.data)}</Frame>;
    // As it stands in the address bar: the router's own is decoded.
    const next = location.pathname + location.search;
    return <Redirect to={`${PAGES.signIn}?${new URLSearchParams({ next })}`} replace />;
  }
  return (
    <main class="page alone">
      <Answer query={query} shape="panel">
        {() => null}
      </Answer>
    </main>
  );
}
