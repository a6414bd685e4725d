import { AdminCommunities, type AdminCommunity } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { queryOptions, useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { callServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import type { Section } from "../../layout/section.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

export const communitiesSection: Section = { id: "communities", name: "admin.communities", Body: Communities };

const adminCommunitiesQuery = queryOptions({
  queryKey: ["admin", "communities"],
  queryFn: () => callServer(AdminCommunities, "GET", "/v1/admin/communities"),
});

/** The servers and workspaces that hear of this one's producers, and how they fare. */
function Communities() {
  const { t } = useLanguage();
  const query = useQuery(adminCommunitiesQuery);
  return (
    <>
      <Answer query={query} shape="list">
        {({ communities }) =>
          communities.length === 0 ? (
            <p class="muted">{t("admin.communities.none")}</p>
          ) : (
            <ul class="settings-rows" aria-label={t("admin.communities")}>
              {communities.map((community) => (
                <CommunityRow key={community.id} community={community} />
              ))}
            </ul>
          )
        }
      </Answer>
      <p class="muted">
        {t("admin.communities.guides")} <a href="/docs/guides/discord">Discord</a> ·{" "}
        <a href="/docs/guides/slack">Slack</a>
      </p>
    </>
  );
}

const PLATFORM_NAMES = { discord: "Discord", slack: "Slack" } as const;

function CommunityRow({ community }: { community: AdminCommunity }) {
  const { t } = useLanguage();
  const { id, name, platform, members, linked, channelId, demo } = community;
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <Link href={`/communities/${encodeURIComponent(id)}`} className="strong">
          <bdi>{name}</bdi>
        </Link>
        <span class="muted">
          {PLATFORM_NAMES[platform]} · {t("admin.communities.members", { members })} ·{" "}
          {t("community.linked", { linked })} ·{" "}
          {channelId === undefined ? t("admin.communities.no_channel") : t("admin.communities.channel", { channelId })}
        </span>
        <Trouble community={community} />
      </div>
      {demo && <span class="badge">{t("admin.demo")}</span>}
    </li>
  );
}

function Trouble({ community: { leftAt, problem } }: { community: AdminCommunity }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  if (leftAt) return <span class="warn">{t("admin.communities.left", { when: formatWhen(leftAt, locale, now) })}</span>;
  if (!problem) return null;
  const when = formatWhen(problem.at, locale, now);
  return <span class="warn">{t("admin.communities.problem", { when, reason: problem.detail ?? problem.status })}</span>;
}
