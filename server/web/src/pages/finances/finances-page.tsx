import type { Finances, Session, TransactionKind } from "@beatpass/shared/contracts";
import { useInfiniteQuery, useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { financesQuery, transactionsQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { PageHead } from "../../layout/page-head.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { Balances } from "./balances.tsx";
import { StripeState } from "./stripe-state.tsx";
import { Transactions } from "./transactions.tsx";
import "./finances.css";

/** What was sold, what is at Stripe and what went to the bank: its producer's alone (spec §7, §10). */
export function FinancesPage({ session }: { session: Session }) {
  return session.producer ? <ProducerFinances /> : <NoProducer session={session} />;
}

function ProducerFinances() {
  const { t } = useLanguage();
  const query = useQuery(financesQuery);
  return (
    <>
      <PageHead title={t("nav.finances")} asOf={query.data?.asOf} />
      <p class="muted finances-private">{t("finances.private")}</p>
      <Answer query={query} shape="tiles">
        {(finances) => (
          <>
            <StripeState finances={finances} />
            <AtStripe finances={finances} />
            {finances.total > 0 && <List finances={finances} readAt={query.dataUpdatedAt} />}
          </>
        )}
      </Answer>
    </>
  );
}

/** What is on the account; nothing where there is none. */
function AtStripe({ finances: { status, balances } }: { finances: Finances }) {
  const { t } = useLanguage();
  if (balances) return <Balances balances={balances} />;
  return status === "off" || status === "not-connected" ? null : <p class="panel">{t("finances.missing")}</p>;
}

/** The newest of all kinds were read with the rest; a kind, and what comes after, is asked for. */
function List({ finances, readAt }: { finances: Finances; readAt: number }) {
  const [kind, setKind] = useState<TransactionKind>();
  const newest = { initialData: { pages: [finances], pageParams: [""] }, initialDataUpdatedAt: readAt };
  const query = useInfiniteQuery({ ...transactionsQuery(kind), ...(kind === undefined && newest) });
  const transactions = query.data?.pages.flatMap((page) => page.transactions) ?? [];
  return (
    <Transactions
      transactions={transactions}
      kind={kind}
      onKind={setKind}
      isWaiting={query.isFetching}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
    />
  );
}
