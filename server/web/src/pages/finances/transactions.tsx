import { moneyText } from "@beatpass/messages";
import { TRANSACTION_KINDS, type Transaction, type TransactionKind } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { formatDate } from "@beatpass/ui";
import { useId } from "preact/hooks";
import { Link } from "wouter-preact";
import { useLanguage } from "../../settings/language.tsx";

type Props = {
  transactions: readonly Transaction[];
  /** Undefined: of every kind. */
  kind: TransactionKind | undefined;
  onKind: (kind: TransactionKind | undefined) => void;
  isWaiting: boolean;
  /** Undefined where there is no more. */
  onMore: (() => void) | undefined;
};

/** What came in and went out, the newest first; by kind. */
export function Transactions({ transactions, kind, onKind, isWaiting, onMore }: Props) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <section class="panel listing" aria-labelledby={id}>
      <div class="listing-head">
        <h2 id={id}>{t("finances.transactions")}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: chips are no form field */}
        <div class="chips" role="group" aria-label={t("finances.filter")}>
          {[undefined, ...TRANSACTION_KINDS].map((one) => (
            <button
              key={one ?? "all"}
              type="button"
              class="chip"
              aria-pressed={one === kind}
              onClick={() => onKind(one)}
            >
              {one === undefined ? t("finances.all") : t(`finances.kind.${one}`)}
            </button>
          ))}
        </div>
      </div>
      {transactions.length > 0 ? (
        <Table transactions={transactions} labelledBy={id} />
      ) : (
        <p class="listing-none muted" role="status">
          {isWaiting ? "" : t("finances.none")}
        </p>
      )}
      {onMore && (
        <button type="button" class="button" disabled={isWaiting} onClick={onMore}>
          {t("finances.more")}
        </button>
      )}
    </section>
  );
}

function Table({ transactions, labelledBy }: { transactions: readonly Transaction[]; labelledBy: string }) {
  const { locale, t } = useLanguage();
  return (
    <table class="transactions" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t("finances.column.date")}</th>
          <th scope="col">{t("finances.column.kind")}</th>
          <th scope="col">{t("finances.column.track")}</th>
          <th scope="col" class="column-figure">
            {t("finances.column.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {transactions.map(({ id, occurredAt, kind, detail, track, money }) => (
          <tr key={id}>
            <td>
              <time dateTime={occurredAt}>{formatDate(occurredAt, locale)}</time>
            </td>
            <td>{detail ? t(`finances.detail.${detail}`) : t(`finances.kind.${kind}`)}</td>
            <td class="transaction-track">
              {track ? (
                <Link href={insightsPath({ kind: "track", id: track.id })} className="quiet-link">
                  <bdi>{track.title}</bdi>
                </Link>
              ) : (
                "–"
              )}
            </td>
            <td class="column-figure">{moneyText(money.amount, money.currency, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
