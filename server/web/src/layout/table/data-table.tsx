import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { useLanguage } from "../../settings/language.tsx";
import { ChartIcon } from "../icons.tsx";
import type { Order } from "./sort-rows.ts";
import "./data-table.css";

export type Column<Row, Name extends string> = {
  name: Name;
  heading: string;
  /** Figures stand at the end of their column. */
  isFigure?: boolean;
  cell: (row: Row) => ComponentChildren;
};

type Props<Row, Name extends string> = {
  label: string;
  /** The first names its row. */
  columns: readonly Column<Row, Name>[];
  rows: readonly Row[];
  order: Order<Name>;
  onOrder: (by: Name) => void;
  /** Where a row's chart icon leads. */
  insightsPath: (row: Row) => string;
};

/** One row a thing, sorted by the column that is pressed; on a narrow screen one card a thing. */
export function DataTable<Row extends { id: string; title: string }, Name extends string>(props: Props<Row, Name>) {
  const { label, columns, rows, order, onOrder, insightsPath } = props;
  const { t } = useLanguage();
  const [first, ...others] = columns;
  return (
    <div class="data-table-room">
      <table class="data-table" aria-label={label}>
        <thead>
          <tr data-sort-by={t("table.sort_by")}>
            {columns.map((column) => (
              <ColumnHead key={column.name} column={column} order={order} onOrder={onOrder} />
            ))}
            <th scope="col">
              <span class="hidden-text">{t("catalog.insights")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" class={`column-${first!.name}`}>
                {first!.cell(row)}
              </th>
              {others.map((column) => (
                <td key={column.name} class={classOf(column)} data-label={column.heading}>
                  {column.cell(row)}
                </td>
              ))}
              <td class="column-insights">
                <InsightsLink href={insightsPath(row)} name={t("catalog.insights_of", { subject: row.title })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const classOf = ({ name, isFigure }: { name: string; isFigure?: boolean }): string =>
  isFigure ? `column-${name} column-figure` : `column-${name}`;

function ColumnHead<Row, Name extends string>({
  column,
  order,
  onOrder,
}: { column: Column<Row, Name> } & Pick<Props<Row, Name>, "order" | "onOrder">) {
  const isSorted = order.by === column.name;
  const direction = order.ascending ? "ascending" : "descending";
  return (
    <th scope="col" class={classOf(column)} aria-sort={isSorted ? direction : undefined}>
      <button type="button" class="column-button" onClick={() => onOrder(column.name)}>
        {column.heading}
        <span class="column-arrow" aria-hidden="true">
          {isSorted ? (order.ascending ? "↑" : "↓") : ""}
        </span>
      </button>
    </th>
  );
}

/** The chart icon. */
export function InsightsLink({ href, name }: { href: string; name: string }) {
  const { t } = useLanguage();
  return (
    <Link href={href} className="button quiet icon-button" title={t("catalog.insights")}>
      <ChartIcon />
      <span class="hidden-text">{name}</span>
    </Link>
  );
}
