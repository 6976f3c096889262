/** The folder that a bundle is made of: what was built, the packages it runs on, and the manifest beside them. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })),
});

/** The Node that the install brings along: the app that starts a bundle has one of its own. */
const BROUGHT_NODE = /^node_modules\/node-linux-/;

/** Their folders, from the lock file: what is there and is not only for development. */
export function productionPackages(root: string): string[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional && !BROUGHT_NODE.test(path))
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)));
}

/** For programmers only, and more than half of all files. */
const LEFT_OUT = /\.(?:map|d\.[cm]?ts)$/;

export function fillBundleFolder(root: string, folder: string, manifest: object): void {
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  for (const path of productionPackages(root)) {
    const from = join(root, path);
    // What a package has inside it is on the list itself, unless it is for development.
    const filter = (source: string): boolean =>
      source === from || (basename(source) !== "node_modules" && !LEFT_OUT.test(source));
    cpSync(from, join(folder, path), { recursive: true, filter });
  }
  for (const file of ["package.json", "LICENSE", "README.md"]) cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
