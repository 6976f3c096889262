/** A traveller's account, boards and pins, read with their own token; how much is read has an end. */
import { z } from "zod";
import type { Board, InspirationVendor, Pin, VendorScope } from "../../trip/vendor-ports.ts";
import type { OpenVendor } from "../kernel/descriptor.ts";
import { plainText, plainTextOrNull } from "../kernel/plain-text.ts";

/** The most that a page may hold. */
const PAGE_SIZE = 250;
/** Pages may come short; each is a call of the day. */
const MOST_PAGES = 4;
const MOST_BOARDS = 500;
const MOST_PINS = 250;

const idSchema = z.string().regex(/^\d{1,30}$/);
const textSchema = z.string().nullish();
const accountSchema = z.object({ id: idSchema, username: textSchema });
const boardSchema = z.object({ id: idSchema, name: z.string(), pin_count: z.int().min(0).nullish().catch(null) });
const pinSchema = z.object({
  id: idSchema,
  title: textSchema.catch(null),
  description: textSchema.catch(null),
  alt_text: textSchema.catch(null),
  link: textSchema.catch(null),
});
const pageSchema = z.object({ items: z.array(z.unknown()), bookmark: z.string().max(4_000).nullish() });

/** Only what a browser may follow. */
function addressOrNull(link: string | null | undefined): string | null {
  if (!link || link.length > 2_048) return null;
  const url = URL.parse(link);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}

function toBoard(item: unknown): Board | null {
  const { data } = boardSchema.safeParse(item);
  const name = data && plainText(data.name, 200);
  return data && name ? { id: data.id, name, pinCount: data.pin_count ?? null } : null;
}

function toPin(item: unknown): Pin | null {
  const { data } = pinSchema.safeParse(item);
  if (!data) return null;
  return {
    id: data.id,
    title: plainTextOrNull(data.title, 200),
    description: plainTextOrNull(data.description, 800),
    altText: plainTextOrNull(data.alt_text, 500),
    source: addressOrNull(data.link),
    page: `https://www.pinterest.com/pin/${data.id}/`,
  };
}

interface Listing<One> {
  readonly path: string;
  readonly endpoint: string;
  readonly most: number;
  readonly read: (item: unknown) => One | null;
}

type Boards = Pick<InspirationVendor, "findAccount" | "listBoards" | "listPins">;

export function openBoards({ http }: OpenVendor): Boards {
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const listAll = async <One extends { id: string }>(
    { path, endpoint, most, read }: Listing<One>,
    token: string,
    scope: VendorScope,
  ): Promise<One[]> => {
    const found = new Map<string, One>();
    let bookmark: string | null = null;
    for (let pages = 0; pages < MOST_PAGES && found.size < most; pages += 1) {
      const query: Record<string, string | number | null> = { page_size: PAGE_SIZE, bookmark };
      const asked = {
        method: "GET",
        path,
        endpoint,
        query,
        headers: bearer(token),
        schema: pageSchema,
        scope,
      } as const;
      const page: z.infer<typeof pageSchema> = await http.request(asked);
      for (const item of page.items) {
        const one = read(item);
        if (one) found.set(one.id, one);
      }
      if (!page.bookmark || page.bookmark === bookmark) break;
      bookmark = page.bookmark;
    }
    return [...found.values()].slice(0, most);
  };
  return {
    findAccount: async (token, scope) => {
      const asked = { method: "GET", path: "/user_account", headers: bearer(token), schema: accountSchema } as const;
      const { id, username } = await http.request({ ...asked, scope });
      return { id, name: plainTextOrNull(username, 100) };
    },
    listBoards: (token, scope) =>
      listAll({ path: "/boards", endpoint: "/boards", most: MOST_BOARDS, read: toBoard }, token, scope),
    listPins: (token, boardId, scope) => {
      const path = `/boards/${encodeURIComponent(boardId)}/pins`;
      return listAll({ path, endpoint: "/boards/{board_id}/pins", most: MOST_PINS, read: toPin }, token, scope);
    },
  };
}
