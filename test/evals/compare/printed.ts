/** What a command writes to standard output while it runs in this process. */
import { vi } from "vitest";

export async function printed<Result>(work: () => Promise<Result>): Promise<{ result: Result; text: string }> {
  const pieces: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((piece) => {
    pieces.push(String(piece));
    return true;
  });
  try {
    return { result: await work(), text: pieces.join("") };
  } finally {
    write.mockRestore();
  }
}
