import type { Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { useQueryClient } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { followStream } from "../api/follow-stream.ts";
import { whileVisible } from "../api/while-visible.ts";
import { useAccountLanguage, useLanguage } from "../settings/language.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { Sidebar } from "./sidebar.tsx";

/** Everything around a page for somebody who is signed in. */
export function Frame({ session, children }: { session: Session; children: ComponentChildren }) {
  const { t } = useLanguage();
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  useFocusOnNewPage(main, path);
  useLiveFigures(session.producer?.id);
  useAccountLanguage(session.user?.locale);
  return (
    <div class="frame">
      <a class="skip-link" href="#main">
        {t("nav.skip")}
      </a>
      <Sidebar session={session} path={path} />
      <div class="frame-body">
        {session.producer?.demo && <DemoBanner />}
        <main id="main" ref={main} tabIndex={-1} class={path === PAGES.demoChannels ? "page wide" : "page"}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** A new page begins at its top, for eyes and for screen readers. */
function useFocusOnNewPage(main: { current: HTMLElement | null }, path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path, main]);
}

function useLiveFigures(producerId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (producerId !== undefined) return whileVisible(() => followStream(client));
  }, [client, producerId]);
}
