import type { LevelRoles } from "@beatpass/shared/contracts";

/** The roles that a level has earned: all of them, or the highest alone. */
export function rolesFor(level: number, { mode, roles }: LevelRoles): string[] {
  const earned = roles.filter((role) => role.level <= level).sort((a, b) => b.level - a.level);
  return (mode === "stack" ? earned : earned.slice(0, 1)).map(({ roleId }) => roleId);
}
