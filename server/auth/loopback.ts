/** Whether a name or an address leads to this machine and nowhere else. */
import { isIPv4 } from "node:net";

/** With or without the brackets that IPv6 has in a URL. */
export function isLoopback(host: string): boolean {
  const plain = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/^::ffff:/, "");
  return plain === "localhost" || plain === "::1" || (isIPv4(plain) && plain.startsWith("127."));
}
