import { lazy, Suspense } from "preact/compat";
import { Skeleton } from "../states/skeleton.tsx";
import type { ListenChartProps } from "./listen-chart.tsx";
import type { PlaysChartProps } from "./plays-chart.tsx";

/** The charts of a page that is of use before they are there. */
const LatePlaysChart = lazy(() => import("./plays-chart.tsx").then(({ PlaysChart }) => PlaysChart));
const LateListenChart = lazy(() => import("./listen-chart.tsx").then(({ ListenChart }) => ListenChart));

/** Loaded when first drawn, with its library; a skeleton until then. */
export const PlaysChart = (props: PlaysChartProps) => (
  <Suspense fallback={<Skeleton shape="chart" />}>
    <LatePlaysChart {...props} />
  </Suspense>
);

/** Loaded as PlaysChart is. */
export const ListenChart = (props: ListenChartProps) => (
  <Suspense fallback={<Skeleton shape="chart" />}>
    <LateListenChart {...props} />
  </Suspense>
);
