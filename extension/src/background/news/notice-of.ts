import type { AnnouncementView } from "@beatpass/shared/contracts";
import type { Notice } from "../../storage/settings.ts";

/** The switch that an announcement falls under; undefined for what no notification tells of. */
export function noticeOf(kind: AnnouncementView["kind"]): Notice | undefined {
  switch (kind) {
    case "level-up":
      return "level-up";
    case "achievement-unlock":
      return "unlock";
    case "new-number-one":
    case "top-three":
    case "top-ten":
    case "climb":
      return "rank";
    case "sale":
      return "sale";
    default:
      return undefined;
  }
}
