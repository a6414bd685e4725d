import { useMutation, useQuery } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { tellServer } from "../../api/call-server.ts";
import { sessionQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { Answer } from "../../layout/answer.tsx";
import { Choices } from "../../layout/choices.tsx";
import { Frame } from "../../layout/frame.tsx";
import { Logo } from "../../layout/logo.tsx";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { PLATFORMS } from "../channels/platforms.tsx";
import { takeToken } from "../sign-in/take-token.ts";
import { communityQuery } from "./community-queries.ts";
import { SettingsForm } from "./settings-form.tsx";
import "../../layout/sections.css";
import "../channels/chat.css";
import "./community.css";

/** A community's settings: for who manages it, with or without an account here. */
export function CommunityPage({ id }: { id: string }) {
  const session = useQuery(sessionQuery);
  const page = <Opened id={id} />;
  if (session.data?.user) return <Frame session={session.data}>{page}</Frame>;
  return <WithoutAccount>{session.isPending ? null : page}</WithoutAccount>;
}

const WithoutAccount = ({ children }: { children: ComponentChildren }) => (
  <div class="community-alone">
    <header class="community-alone-head">
      <p class="brand">
        <Logo />
        <span>
          BeatPass <span class="brand-second">Companion</span>
        </span>
      </p>
      <Choices />
    </header>
    <main class="page">{children}</main>
  </div>
);

/** Spends the link first, where one led here. */
function Opened({ id }: { id: string }) {
  const { t } = useLanguage();
  const [token] = useState(takeToken);
  const open = useMutation({
    mutationFn: (spent: string) =>
      tellServer("POST", `/v1/communities/${encodeURIComponent(id)}/session`, { token: spent }),
  });
  const { mutate } = open;
  useEffect(() => {
    if (token !== undefined) mutate(token);
  }, [token, mutate]);
  usePageTitle(t("community.nav"));
  if (token === undefined || open.isSuccess) return <Settings id={id} />;
  if (open.isError) return <Note title={t("community.ended.title")} body={t("community.ended.body")} />;
  return (
    <p class="muted" role="status">
      {t("community.opening")}
    </p>
  );
}

function Settings({ id }: { id: string }) {
  const { t } = useLanguage();
  const query = useQuery(communityQuery(id));
  if (query.error instanceof ServerProblem && query.error.code === "not_found" && !query.data) {
    return <Note title={t("community.closed.title")} body={t("community.closed.body")} />;
  }
  return (
    <Answer query={query} shape="panel">
      {(admin) => (
        <>
          <div class="page-head">
            <h1>{t("community.title", { community: admin.community.name })}</h1>
            <span class="muted">
              {PLATFORMS[admin.community.platform].name} · {t("admin.communities.members", { members: admin.members })}{" "}
              · {t("community.linked", { linked: admin.linked })}
            </span>
          </div>
          {admin.community.demo && <p class="muted">{t("community.demo")}</p>}
          <SettingsForm key={admin.community.id} admin={admin} />
        </>
      )}
    </Answer>
  );
}

const Note = ({ title, body }: { title: string; body: string }) => (
  <section class="panel form">
    <h1>{title}</h1>
    <p>{body}</p>
  </section>
);
