import { PAGES } from "@beatpass/shared/links";
import type { FunctionComponent } from "preact";
import { lazy } from "preact/compat";
import { Route, Switch } from "wouter-preact";
import { PageBoundary } from "./layout/page-boundary.tsx";
import { SignedIn } from "./layout/signed-in.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";

const pages: (() => Promise<unknown>)[] = [];

/** A page that is loaded when it is opened, or when there is nothing else to do (loadPagesWhenIdle). */
function page<Props>(load: () => Promise<FunctionComponent<Props>>) {
  pages.push(load);
  return lazy(load);
}

const SignInPage = page(async () => (await import("./pages/sign-in/sign-in-page.tsx")).SignInPage);
const SetPasswordPage = page(async () => (await import("./pages/sign-in/set-password-page.tsx")).SetPasswordPage);
const HomePage = page(async () => (await import("./pages/home/home-page.tsx")).HomePage);
const ProgressPage = page(async () => (await import("./pages/progress/progress-page.tsx")).ProgressPage);
const TracksPage = page(async () => (await import("./pages/tracks/tracks-page.tsx")).TracksPage);
const AlbumsPage = page(async () => (await import("./pages/albums/albums-page.tsx")).AlbumsPage);
const ActivityPage = page(async () => (await import("./pages/activity/activity-page.tsx")).ActivityPage);
const InsightsPage = page(async () => (await import("./pages/insights/insights-page.tsx")).InsightsPage);
const FinancesPage = page(async () => (await import("./pages/finances/finances-page.tsx")).FinancesPage);
const LeaderboardsPage = page(async () => (await import("./pages/boards/leaderboards-page.tsx")).LeaderboardsPage);
const PairPage = page(async () => (await import("./pages/pair/pair-page.tsx")).PairPage);
const AdminPage = page(async () => (await import("./pages/admin/admin-page.tsx")).AdminPage);
const SettingsPage = page(async () => (await import("./pages/settings/settings-page.tsx")).SettingsPage);
const ConnectPage = page(async () => (await import("./pages/connect/connect-page.tsx")).ConnectPage);
const CommunityPage = page(async () => (await import("./pages/community/community-page.tsx")).CommunityPage);
const ChannelsPage = page(async () => (await import("./pages/channels/channels-page.tsx")).ChannelsPage);

/** Brings the other pages once the first one is there: they open at once then, and without a network too. */
export function loadPagesWhenIdle(): void {
  const load = () => {
    // One that does not come now is loaded when it is opened, and says so if it cannot be.
    for (const one of pages) void one().catch(() => undefined);
  };
  addEventListener("load", () => setTimeout(load, 1500), { once: true });
}

/** Which page an address opens. */
export function App() {
  return (
    <PageBoundary>
      <Switch>
        <Route path={PAGES.signIn}>
          <SignInPage />
        </Route>
        <Route path={PAGES.setPassword}>
          <SetPasswordPage />
        </Route>
        <Route path={`${PAGES.communities}/:id`}>{({ id }) => <CommunityPage key={id} id={id} />}</Route>
        <Route>
          <SignedIn>
            {(session) => (
              <PageBoundary>
                <Switch>
                  <Route path={PAGES.home}>
                    <HomePage session={session} />
                  </Route>
                  <Route path={PAGES.progress}>
                    <ProgressPage session={session} />
                  </Route>
                  <Route path={PAGES.tracks}>
                    <TracksPage session={session} />
                  </Route>
                  <Route path={PAGES.albums}>
                    <AlbumsPage session={session} />
                  </Route>
                  <Route path={PAGES.activity}>
                    <ActivityPage session={session} />
                  </Route>
                  <Route path="/backstage/:kind/:id/insights">
                    {({ kind, id }) => <InsightsPage key={`${kind}/${id}`} session={session} />}
                  </Route>
                  <Route path={PAGES.finances}>
                    <FinancesPage session={session} />
                  </Route>
                  <Route path={PAGES.leaderboards}>
                    <LeaderboardsPage session={session} />
                  </Route>
                  <Route path={PAGES.pair}>
                    <PairPage />
                  </Route>
                  <Route path={PAGES.connect}>
                    <ConnectPage session={session} />
                  </Route>
                  <Route path={PAGES.settings}>
                    <SettingsPage session={session} />
                  </Route>
                  <Route path={PAGES.people}>
                    {session.user?.admin ? <AdminPage session={session} /> : <NotFoundPage />}
                  </Route>
                  <Route path={PAGES.demoChannels}>
                    <ChannelsPage session={session} />
                  </Route>
                  <Route>
                    <NotFoundPage />
                  </Route>
                </Switch>
              </PageBoundary>
            )}
          </SignedIn>
        </Route>
      </Switch>
    </PageBoundary>
  );
}
