/**
 * A JSON document of an authorization server. That server is configured and not chosen by a caller; it may be slow,
 * broken or gone all the same, so its answer has an end in time and in size, and leads nowhere else.
 */
const TIMEOUT_MS = 3_000;
const MAX_BYTES = 262_144;

/** The response as it came, read. Throws what kept it from coming, with no word of what it said. */
export async function fetchDocument(url: string): Promise<Response> {
  const response = await fetch(url, {
    redirect: "manual",
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    // Some refuse or lead away where others say that there is nothing; another place may have it.
    return new Response(null, { status: response.status < 500 ? 404 : 502 });
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { headers: { "content-type": "application/json" } });
}
