/**
 * A real file system of a few megabytes, to be filled up: a tmpfs in a mount namespace of its own, which the
 * kernel gives to root, and elsewhere to everybody together with a user namespace. It goes with its processes.
 */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";

const NAMESPACES = [["--mount"], ["--user", "--map-root-user", "--mount"]] as const;
const MOUNT = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"';

/** The command that runs another one with a disk of this size at this folder; `null` where the kernel gives none. */
export function withSmallDisk(folder: string, megabytes: number): readonly string[] | null {
  for (const flags of NAMESPACES) {
    const enter = [...flags, "sh", "-c", MOUNT, "sh", `${megabytes}m`, folder];
    if (spawnSync("unshare", [...enter, "true"]).status === 0) return ["unshare", ...enter];
  }
  return null;
}

const CHUNK = Buffer.alloc(64 * 1024, 1);
const ballastIn = (disk: string): string => join(disk, "ballast");

/** Fills the disk up to so many bytes. */
export function fillDisk(disk: string, leave: number): void {
  emptyDisk(disk);
  const { bavail, bsize } = statfsSync(disk);
  const file = openSync(ballastIn(disk), "w");
  try {
    for (let left = bavail * bsize - leave; left > 0; left -= CHUNK.length) {
      writeSync(file, CHUNK, 0, Math.min(left, CHUNK.length));
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
}

export function emptyDisk(disk: string): void {
  rmSync(ballastIn(disk), { force: true });
}
