import type { Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { tellServer } from "../api/call-server.ts";
import { useSaveAccount } from "../api/use-save-account.ts";
import { useLanguage } from "../settings/language.tsx";
import { Choices } from "./choices.tsx";
import {
  ActivityIcon,
  AlbumsIcon,
  BoardsIcon,
  ChannelsIcon,
  FinancesIcon,
  HomeIcon,
  MenuIcon,
  PairIcon,
  PeopleIcon,
  ProgressIcon,
  SettingsIcon,
  SignOutIcon,
  TracksIcon,
} from "./icons.tsx";
import { Logo } from "./logo.tsx";

/** The way to every page there is for this person; on a narrow screen a bar with a menu. */
export function Sidebar({ session, path }: { session: Session; path: string }) {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const keep = useSaveAccount();
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, []);
  return (
    <header class={isOpen ? "sidebar open" : "sidebar"}>
      <div class="sidebar-top">
        <Link href={PAGES.home} className="brand">
          <Logo />
          <span>
            BeatPass <span class="brand-second">Companion</span>
          </span>
        </Link>
        <button
          type="button"
          class="button menu-button"
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setOpen(!isOpen)}
        >
          <MenuIcon />
          <span class="hidden-text">{t("nav.menu")}</span>
        </button>
      </div>
      <div id="menu" class="sidebar-menu">
        <nav aria-label={t("nav.pages")}>
          <PageLink href={PAGES.home} path={path} icon={HomeIcon} name={t("nav.home")} />
          {session.producer && (
            <>
              <PageLink href={PAGES.progress} path={path} icon={ProgressIcon} name={t("nav.progress")} />
              <PageLink href={PAGES.tracks} path={path} icon={TracksIcon} name={t("nav.tracks")} />
              <PageLink href={PAGES.albums} path={path} icon={AlbumsIcon} name={t("nav.albums")} />
              <PageLink href={PAGES.activity} path={path} icon={ActivityIcon} name={t("nav.activity")} />
              <PageLink href={PAGES.finances} path={path} icon={FinancesIcon} name={t("nav.finances")} />
            </>
          )}
          <PageLink href={PAGES.leaderboards} path={path} icon={BoardsIcon} name={t("nav.leaderboards")} />
          {session.producer?.demo && (
            <PageLink href={PAGES.demoChannels} path={path} icon={ChannelsIcon} name={t("nav.channels")} />
          )}
          <PageLink href={PAGES.pair} path={path} icon={PairIcon} name={t("nav.pair")} />
          <PageLink href={PAGES.settings} path={path} icon={SettingsIcon} name={t("nav.settings")} />
          {session.user?.admin && <PageLink href={PAGES.people} path={path} icon={PeopleIcon} name={t("nav.admin")} />}
        </nav>
        <div class="sidebar-foot">
          <Choices onLanguage={(locale) => keep.mutate({ locale })} />
          <Person session={session} />
        </div>
      </div>
    </header>
  );
}

function PageLink(props: { href: string; path: string; icon: FunctionComponent; name: string }) {
  const { href, path, icon: PageIcon, name } = props;
  return (
    <Link href={href} className="page-link" aria-current={path === href ? "page" : undefined}>
      <PageIcon />
      {name}
    </Link>
  );
}

function Person({ session }: { session: Session }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => tellServer("DELETE", "/v1/session"),
    onSuccess: () => client.resetQueries(),
  });
  const email = session.producer?.demo ? undefined : session.user?.email;
  // Until somebody says how they are called, they are called like the first part of their address.
  const name = session.producer?.name ?? (email?.startsWith(`${session.user?.name}@`) ? undefined : session.user?.name);
  return (
    <div class="person">
      <div class="person-words">
        {name && (
          <bdi class="person-name" title={name}>
            {name}
          </bdi>
        )}
        {email && (
          <span class="person-email" title={email}>
            {email}
          </span>
        )}
      </div>
      <button
        type="button"
        class="button quiet icon-button"
        title={t("nav.sign_out")}
        disabled={leave.isPending}
        onClick={() => leave.mutate()}
      >
        <SignOutIcon />
        <span class="hidden-text">{t("nav.sign_out")}</span>
      </button>
    </div>
  );
}
