export { AgeChart } from "./age-chart.tsx";
// The extension takes these two in place of late-charts.tsx.
export { ListenChart } from "./listen-chart.tsx";
export { PlaysChart } from "./plays-chart.tsx";
