import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Linux's way to give one process mounts of its own, as root or, where the kernel lets them, as anybody. */
const UNSHARE = [
  ["unshare", "--mount"],
  ["unshare", "--mount", "--map-root-user"],
].find(
  ([command, ...args]) =>
    spawnSync(command!, [...args, "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt"], { stdio: "ignore" }).status ===
    0,
);

export const mountsOwnDisk = UNSHARE !== undefined;

/**
 * A small disk that the process alone sees and that goes with it, holding a copy of a database and, beside it, a
 * file that only takes room.
 */
export function withOwnDisk(databaseFile: string, { sizeMiB, ballastMiB }: { sizeMiB: number; ballastMiB: number }) {
  const from = dirname(databaseFile);
  const disk = join(from, "disk");
  mkdirSync(disk);
  const script = `
    mount -t tmpfs -o size=${sizeMiB}m tmpfs "$0" && cp "$1/beatpass.db" "$0" &&
    head -c ${ballastMiB * 1024 * 1024} /dev/zero > "$0/ballast" && shift && exec "$@"`;
  return {
    databaseFile: join(disk, "beatpass.db"),
    start: (command: string[]): string[] => [...UNSHARE!, "sh", "-c", script, disk, from, ...command],
    /** Where another process finds a file of that disk. */
    seenFromOutside: (pid: number, name: string): string => join(`/proc/${pid}/root`, disk, name),
  };
}
