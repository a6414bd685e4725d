import { type MessageKey, momentText } from "@beatpass/messages";
import type { Notices } from "@beatpass/shared/contracts";
import { useLanguage } from "../../../settings/language.tsx";
import { usePlatformWords } from "../../community/platform-words.ts";
import { PLATFORM_NAMES, PlaceWords } from "./place-words.tsx";

type Notice = Notices["notices"][number];

const wayOut = ({ kind, platform }: Notice): MessageKey =>
  kind === "permission-missing" ? `community.check.how.${platform}` : `admin.attention.${kind}.do`;

/** What is wrong, where, since when, in the platform's own words; and what to do about it. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const { locale } = useLanguage();
  const t = usePlatformWords(notice.platform);
  const platform = PLATFORM_NAMES[notice.platform];
  const date = momentText(new Date(notice.since), locale, { dateStyle: "medium" });
  return (
    <li class="settings-row notice">
      <span class="strong">{t(`admin.attention.${notice.kind}`, { platform })}</span>
      <span class="muted">
        <PlaceWords {...notice} />
      </span>
      <span class="muted">{t("admin.attention.kept", { deliveries: notice.deliveries, date })}</span>
      {notice.detail !== undefined && (
        <blockquote class="claim-note">
          <bdi>{notice.detail}</bdi>
        </blockquote>
      )}
      <span>{t(wayOut(notice), { platform })}</span>
    </li>
  );
}
