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
            {finances.balances && <Balances balances={finances.balances} />}
            {finances.total > 0 && <List finances={finances} />}
          </>
        )}
      </Answer>
    </>
  );
}

/** All that is known was read with the rest; a kind, and what comes after, is asked for. */
function List({ finances }: { finances: Finances }) {
  const [kind, setKind] = useState<TransactionKind>();
  const query = useInfiniteQuery(transactionsQuery(kind));
  const pages = query.data?.pages;
  const transactions = pages?.flatMap((page) => page.transactions) ?? (kind === undefined ? finances.transactions : []);
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
