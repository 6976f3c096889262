/** The bridge gives every client its own answers, whatever shape the stream has and whoever else misbehaves. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureHost } from "../../../db/embedded/ensure-host.ts";
import { FrameReader, int32, message, simpleQuery, strings } from "../../../db/embedded/wire-frames.ts";
import { testFolders } from "../test-folders.ts";
import { openWireProxy } from "../wire-proxy.ts";

let socketDir = "";
beforeAll(async () => {
  ({ socketDir } = await ensureHost({ ...testFolders(), idleMs: 60_000 }));
});

const socketPath = (): string => join(socketDir, ".s.PGSQL.5432");
const LOGIN = { user: "postgres", database: "postgres", password: "", ssl: false } as const;

async function openClient(where: pg.ClientConfig = { host: socketDir }): Promise<AsyncDisposable & { pg: pg.Client }> {
  const client = new pg.Client({ ...LOGIN, ...where });
  client.on("error", () => undefined);
  await client.connect();
  return { pg: client, [Symbol.asyncDispose]: () => client.end() };
}

/** Speaks the protocol by hand, for what `pg` would never send. */
class RawClient {
  readonly #socket: Socket;
  readonly #frames = new FrameReader();
  #news = Promise.withResolvers<void>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("error", () => undefined);
    for (const event of ["data", "close"]) {
      socket.on(event, (piece: unknown) => {
        if (piece instanceof Buffer) this.#frames.push(piece);
        this.#news.resolve();
        this.#news = Promise.withResolvers();
      });
    }
  }

  static async open(): Promise<RawClient> {
    const raw = new RawClient(connect(socketPath()));
    const body = Buffer.concat([int32(196_608), strings("user", "postgres"), Buffer.from([0])]);
    raw.send(Buffer.concat([int32(body.length + 4), body]));
    await raw.readThrough("Z");
    return raw;
  }

  send(...messages: Buffer[]): void {
    this.#socket.write(Buffer.concat(messages));
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** The types of the messages up to and with the first of this type, or up to the end of the connection. */
  async readThrough(last: string): Promise<string> {
    let types = "";
    for (;;) {
      const frame = this.#frames.next(true);
      if (frame !== null) types += frame.type;
      if (frame?.type === last) return types;
      if (frame !== null) continue;
      if (this.#socket.closed) return types;
      await this.#news.promise;
    }
  }
}

const parse = (sql: string): Buffer => message("P", Buffer.concat([strings("", sql), Buffer.alloc(2)]));
const BIND = message("B", Buffer.alloc(8));
const EXECUTE = message("E", Buffer.alloc(5));
const SYNC = message("S", Buffer.alloc(0));
const FLUSH = message("H", Buffer.alloc(0));

describe("answers", () => {
  test("reach the one who asked, through a proxy that breaks the stream into pieces", async () => {
    await using proxy = await openWireProxy({ target: { path: socketPath() }, pieceBytes: 7 });
    const askers = Array.from({ length: 5 }, async (_, asker) => {
      await using client = await openClient({ host: "127.0.0.1", port: proxy.port });
      for (let round = 0; round < 30; round += 1) {
        const secret = `asker ${asker}, round ${round}`;
        if (round % 5 === 4) await expect(client.pg.query("select $1::int", [secret])).rejects.toThrow("invalid input");
        const { rows } = await client.pg.query("select $1::text as said, $2::int as round", [secret, round]);
        expect(rows).toEqual([{ said: secret, round }]);
      }
    });
    await Promise.all(askers);
  });

  test("come back whole when parameters have 8 MB, from three clients at once", async () => {
    const askers = ["a", "b", "c"].map(async (letter) => {
      await using client = await openClient();
      const big = letter.repeat(8 * 1024 * 1024);
      const { rows } = await client.pg.query("select $1::text as big, $2::text as letter", [big, letter]);
      expect(rows[0].letter).toBe(letter);
      expect(rows[0].big === big).toBe(true);
    });
    await Promise.all(askers);
  });

  test("end with exactly one ReadyForQuery, after an error too", async () => {
    const raw = await RawClient.open();
    raw.send(parse("selec"), BIND, EXECUTE, SYNC, simpleQuery("select 1"));
    expect(await raw.readThrough("Z")).toBe("EZ");
    expect(await raw.readThrough("Z")).toBe("TDCZ");
    raw.destroy();
  });

  test("come before the Sync when the client asks for a Flush", async () => {
    const raw = await RawClient.open();
    raw.send(parse("select 1"), BIND, EXECUTE, FLUSH);
    expect(await raw.readThrough("C")).toBe("12DC");
    raw.send(SYNC);
    expect(await raw.readThrough("Z")).toBe("Z");
    raw.destroy();
  });

  test.each([
    ["a Flush", [parse("selec"), BIND, FLUSH, EXECUTE, simpleQuery("select 1")]],
    ["a query", [parse("selec"), BIND, EXECUTE, simpleQuery("select 1")]],
  ])("pass over %s and what follows a failed part, up to the Sync", async (_, messages) => {
    const raw = await RawClient.open();
    raw.send(...messages, SYNC, simpleQuery("select 1"));
    expect(await raw.readThrough("Z")).toBe("EZ");
    expect(await raw.readThrough("Z")).toBe("TDCZ");
    raw.destroy();
  });
});

describe("a transaction", () => {
  test("is nobody else's business: twenty counters at once lose no step", async () => {
    await using first = await openClient();
    await first.pg.query("drop table if exists bridge_counter; create table bridge_counter as select 0 as value");
    const steps = Array.from({ length: 20 }, async () => {
      await using client = await openClient();
      await client.pg.query("begin");
      const { rows } = await client.pg.query("select value from bridge_counter");
      await client.pg.query("update bridge_counter set value = $1", [rows[0].value + 1]);
      await client.pg.query("commit");
    });
    await Promise.all(steps);
    expect((await first.pg.query("select value from bridge_counter")).rows).toEqual([{ value: 20 }]);
    await first.pg.query("drop table bridge_counter");
  });

  test.each([
    ["open", [simpleQuery("begin"), simpleQuery("insert into bridge_kept values (1)")], "CZCZ"],
    ["implicit, before its Sync", [parse("insert into bridge_kept values (1)"), BIND, EXECUTE, FLUSH], "12C"],
  ])("that is %s ends undone with its client", async (_, messages, answer) => {
    await using other = await openClient();
    await other.pg.query("drop table if exists bridge_kept; create table bridge_kept (id int)");
    const raw = await RawClient.open();
    raw.send(...messages);
    let got = "";
    while (got.length < answer.length) got += await raw.readThrough(answer.at(-1) ?? "");
    expect(got).toBe(answer);
    raw.destroy();
    expect((await other.pg.query("select * from bridge_kept")).rows).toEqual([]);
    await other.pg.query("drop table bridge_kept");
  });

  test("leaves no session state to the next client", async () => {
    await using first = await openClient();
    await first.pg.query("set application_name = 'leaky'; create temp table leaky (id int)");
    await first.pg.end();
    await using second = await openClient();
    const { rows } = await second.pg.query(
      "select current_setting('application_name') as name, to_regclass('leaky') as leaky",
    );
    expect(rows).toEqual([{ name: "", leaky: null }]);
  });
});

describe("a client that does not behave", () => {
  test.each([
    ["HTTP", Buffer.from("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")],
    ["a length below its own size", Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])],
    ["another protocol version", Buffer.concat([int32(8), int32(131_072)])],
  ])("is told off when it opens with %s", async (_, opening) => {
    const socket = connect(socketPath());
    const pieces: Buffer[] = [];
    socket.on("data", (piece) => pieces.push(piece));
    socket.write(opening);
    await once(socket, "close");
    expect(Buffer.concat(pieces).toString()).toContain("C08P01");
  });

  test.each([
    ["sends a message type nobody knows", message("z", strings("?"))],
    ["claims a message of two gigabytes", Buffer.concat([Buffer.from("Q"), int32(2 ** 31 - 1)])],
  ])("is dropped when it %s, and others go on", async (_, nonsense) => {
    const raw = await RawClient.open();
    raw.send(nonsense);
    expect(await raw.readThrough("E")).toBe("E");
    await using other = await openClient();
    expect((await other.pg.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("gets errors for bodies that are torn, and may go on", async () => {
    const raw = await RawClient.open();
    raw.send(message("B", Buffer.from([1, 2, 3])), SYNC, message("Q", Buffer.from("no zero byte")));
    expect(await raw.readThrough("Z")).toBe("EZ");
    expect(await raw.readThrough("Z")).toBe("EZ");
    raw.destroy();
  });

  test("holds nobody up with half a message or half a batch", async () => {
    const raw = await RawClient.open();
    raw.send(parse("select 1"), BIND, simpleQuery("select 2").subarray(0, 9));
    await using other = await openClient();
    expect((await other.pg.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    raw.destroy();
  });

  test("cannot hang the engine with COPY FROM STDIN", async () => {
    await using client = await openClient();
    await client.pg.query("drop table if exists copied; create table copied (id int)");
    await expect(client.pg.query("copy copied from stdin")).rejects.toThrow("does not take COPY FROM STDIN");
    const raw = await RawClient.open();
    raw.send(parse("copy copied from stdin"), BIND, EXECUTE, SYNC);
    expect(await raw.readThrough("Z")).toMatch(/E+Z$/);
    raw.destroy();
    expect((await client.pg.query("select * from copied")).rows).toEqual([]);
    await client.pg.query("drop table copied");
  });

  test("may make thousands of mistakes: the engine does not wear out", async () => {
    await using client = await openClient();
    for (let mistake = 0; mistake < 2_500; mistake += 1) await client.pg.query("selec").catch(() => undefined);
    expect((await client.pg.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("may recurse without end: that is an error, not a crash", async () => {
    const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    await using client = await openClient();
    // In one transaction: between two of them the engine serves others, and what is temporary may go with one of those.
    await client.pg.query(
      "begin; create function pg_temp.deeper(n int) returns int language plpgsql as 'begin return pg_temp.deeper(n + 1); end'",
    );
    await expect(client.pg.query("select pg_temp.deeper(1)")).rejects.toThrow("stack depth limit exceeded");
    await client.pg.query("rollback");
    await expect(client.pg.query(`select '${nested}'::jsonb`)).rejects.toThrow("stack depth limit exceeded");
    expect((await client.pg.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("may even end the engine: it alone is told, the others wait for the new one", async () => {
    await using bystander = await openClient();
    await using client = await openClient();
    const fatal = client.pg.query("copy (select 1) to program 'true'");
    const next = bystander.pg.query("select 1 as one");
    await expect(fatal).rejects.toThrow();
    expect((await next).rows).toEqual([{ one: 1 }]);
  });
});
