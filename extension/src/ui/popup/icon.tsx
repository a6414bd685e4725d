/** Outlines on a 24 × 24 grid, as the dashboard draws its sections. */
const OUTLINES = {
  home: "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
  progress: "M12 3a9 9 0 1 0 9 9M12 7v5l3 2M16 3.5a9 9 0 0 1 4.5 4.5",
  tracks: "M9 18V5l11-2v13M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0M20 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
  albums:
    "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M12 6.5A5.5 5.5 0 0 1 17.5 12",
  activity:
    "M5 5h14a1.5 1.5 0 0 1 1.5 1.5V19a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V6.5A1.5 1.5 0 0 1 5 5M3.5 10h17M8 3v4M16 3v4",
  finances:
    "M4 7h15a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5V6.5A1.5 1.5 0 0 1 5 5h12M16 13h.01",
  leaderboards: "M4 20v-7h5v7M9 20V5h6v15M15 20v-9h5v9M3 20h18",
  options:
    "M4 7h9M19 7h1M4 17h1M11 17h9M18.5 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M10.5 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0",
} as const;
export type IconName = keyof typeof OUTLINES;

/** A section's picture; its name stands beside it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={OUTLINES[name]} />
  </svg>
);
