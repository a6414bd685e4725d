export { AgeChart, type AgeCurve } from "./age-chart.tsx";
export { ListenChart } from "./listen-chart.tsx";
export { PlaysChart, type PlaysChartProps } from "./plays-chart.tsx";
