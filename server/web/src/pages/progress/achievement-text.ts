import { isMessageKey, type Translate } from "@beatpass/messages";
import type { AchievementState } from "@beatpass/shared/contracts";

/** What an achievement takes, in the page's language; one that this page does not know yet in the server's words. */
export function achievementText({ slug, description }: AchievementState, t: Translate): string {
  const key = `achievement.${slug}`;
  return isMessageKey(key) ? t(key) : description;
}
