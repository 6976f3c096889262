/** Tells the host how much room the page wants, whenever that changes. */
import type { HostConnection } from "./host-connection.ts";

export function reportSize(host: Pick<HostConnection, "tell">, page: HTMLElement): void {
  let told = "";
  const tell = (): void => {
    const width = Math.ceil(window.innerWidth);
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (told === `${width} ${height}`) return;
    told = `${width} ${height}`;
    host.tell("ui/notifications/size-changed", { width, height });
  };
  new ResizeObserver(tell).observe(page);
  tell();
}
