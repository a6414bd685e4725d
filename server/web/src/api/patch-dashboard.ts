import type { Dashboard, StreamEvent } from "@beatpass/shared/contracts";
import { standingForXp } from "@beatpass/shared/rules";

/**
 * The overview with what a live event tells, before it is read anew. XP of a reported producer is BeatPass's own,
 * with its level; of a computed one everything follows from the XP.
 */
export function patchDashboard(known: Dashboard, event: StreamEvent): Dashboard {
  if (event.producerId !== known.producer.id) return known;
  switch (event.type) {
    case "progress":
      return { ...known, xp: event.xp, ...standingForXp(event.xp), level: event.level, asOf: event.at };
    case "plays": {
      const more = Math.max(0, event.plays - known.plays);
      const [today = 0, ...before] = known.plays30d.toReversed();
      return {
        ...known,
        plays: event.plays,
        // Plays of other days are rare; what is read anew in a moment puts them right.
        playsToday: known.playsToday + more,
        playsLast24h: known.playsLast24h + more,
        plays30d: [...before.toReversed(), today + more],
        asOf: event.at,
      };
    }
    case "unlock":
    case "announcement":
    case "rank":
      return known;
  }
}
