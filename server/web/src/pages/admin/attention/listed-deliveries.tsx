import type { MessageKey } from "@beatpass/messages";
import type { AnnouncementKind, ListedDelivery } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { useNow } from "../../../layout/use-now.ts";
import { useLanguage } from "../../../settings/language.tsx";
import { usePlatformWords } from "../../community/platform-words.ts";
import { PlaceWords } from "./place-words.tsx";

const KIND_WORDS: Record<AnnouncementKind, MessageKey> = {
  "level-up": "community.kind.level-up",
  "achievement-unlock": "community.kind.achievement-unlock",
  "new-number-one": "community.kind.new-number-one",
  "top-three": "community.kind.top-three",
  "top-ten": "community.kind.top-ten",
  climb: "community.kind.climb",
  "tier-reached": "community.kind.tier-reached",
  folded: "community.kind.folded",
  "community-digest": "community.kind.community-digest",
  joined: "admin.unknown.joined",
  spike: "admin.unknown.spike",
  sale: "admin.unknown.sale",
  refund: "admin.unknown.refund",
  "payout-sent": "admin.unknown.payout",
  "payout-failed": "admin.unknown.payout",
  "own-digest": "admin.unknown.own-digest",
  notice: "admin.unknown.notice",
  "token-soon": "admin.unknown.token-soon",
};

/**
 * Deliveries whose fate nobody can tell, or that were given up: there is nothing to do about them, so they are folded
 * away. Nothing where there are none.
 */
export function ListedDeliveries({ of, deliveries }: { of: "unknown" | "unsent"; deliveries: ListedDelivery[] }) {
  const { t } = useLanguage();
  if (deliveries.length === 0) return null;
  return (
    <details class="ask-by-address">
      <summary>{t(`admin.${of}`, { count: deliveries.length })}</summary>
      <p class="muted">{t(`admin.${of}.means`)}</p>
      <ul class="settings-rows">
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.deliveryId} delivery={delivery} />
        ))}
      </ul>
    </details>
  );
}

function DeliveryRow({ delivery }: { delivery: ListedDelivery }) {
  const { locale } = useLanguage();
  const t = usePlatformWords(delivery.platform);
  const now = useNow();
  const { kind, producer, community, at, detail } = delivery;
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <span>
          <span class="strong">{t(KIND_WORDS[kind])}</span>
          {producer && (
            <>
              {" · "}
              <bdi>{producer.name}</bdi>
            </>
          )}
        </span>
        <span class="muted">
          <PlaceWords {...delivery} />
          {!community && ` · ${t("admin.unknown.private")}`} · {formatWhen(at, locale, now)}
        </span>
        {detail !== undefined && <bdi class="muted">{detail}</bdi>}
      </div>
    </li>
  );
}
