/** Where the tests of this checkout keep their embedded engine: one for all files, apart from anybody's own data. */
import { createHash } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

export interface TestFolders {
  home: string;
  cacheDir: string;
}

export function testFolders(): TestFolders {
  const checkout = join(import.meta.dirname, "..", "..");
  const key = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  const folder = join(tmpdir(), `tripwright-tests-${userInfo().uid}-${key}`);
  return { home: join(folder, "data"), cacheDir: join(folder, "cache") };
}
