/** A static host and a subscriber that talk real HTTP on this machine, both counting what goes over the wire. */
import { createHash } from "node:crypto";
import { Agent, createServer, type IncomingHttpHeaders, request } from "node:http";
import {
  type PublishedFile,
  type Release,
  readRelease,
  readSignedIndex,
  type SegmentHash,
  type WebAnswer,
  webSource,
} from "@dianbo/shared/channel";

/** What a subscriber has asked for and been given since the last `taken`. */
export interface Traffic {
  readonly requests: number;
  /** Answers that said only that nothing has changed. */
  readonly unchanged: number;
  /** Bytes of bodies and of header lines, both ways. */
  readonly bytes: number;
}

/** A running host: files with ETags, answered 304 where they have not changed, as any static host does. */
export interface StaticHost {
  readonly address: string;
  readonly put: (files: readonly Pick<PublishedFile, "path" | "bytes">[]) => void;
  readonly close: () => Promise<void>;
}

/** Starts a host on this machine. */
export const serveStatic = async (): Promise<StaticHost> => {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly tag: string }>();
  const server = createServer((asking, response) => {
    const file = files.get((asking.url ?? "/").slice(1));
    const same = file !== undefined && asking.headers["if-none-match"] === file.tag;
    const status = file === undefined ? 404 : same ? 304 : 200;
    const headers = file === undefined ? {} : { ETag: file.tag };
    const body = status === 200 ? file?.bytes : undefined;
    response.writeHead(
      status,
      body === undefined ? headers : { ...headers, "Content-Length": body.length },
    );
    response.end(body);
  });
  // Between two weeks a release is made, which takes longer than a line is kept open by itself.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = server.address();
  const port = typeof place === "object" && place !== null ? place.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    put: (all) => {
      for (const { path, bytes } of all) {
        files.set(path, { bytes, tag: `"${createHash("sha1").update(bytes).digest("hex")}"` });
      }
    },
    close: async () =>
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** As they stand on the wire: name, colon, blank, value, line end. */
const lengthOf = (headers: IncomingHttpHeaders): number =>
  Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + 4 + String(value).length,
    20,
  );

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

const get = (address: string, headers: Record<string, string>, agent: Agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(address, { headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });

/** Somebody who subscribes: keeps segments, remembers ETags, reads each release through as the app does. */
export const subscriberOf = (address: string) => {
  const agent = new Agent({ keepAlive: true });
  const kept = new Map<SegmentHash, Uint8Array>();
  const remembered = new Map<string, { readonly tag: string; readonly body: Uint8Array }>();
  let traffic = { requests: 0, unchanged: 0, bytes: 0 };

  /** Asks once, conditionally where something is remembered; the body, remembered or new. */
  const ask = async (url: string): Promise<Answer> => {
    const known = remembered.get(url);
    const headers = {
      "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36",
      Accept: "*/*",
      "Accept-Encoding": "gzip, deflate, br",
      "Accept-Language": "zh-CN,zh;q=0.9",
      ...(known === undefined ? {} : { "If-None-Match": known.tag }),
    };
    const answer = await get(url, headers, agent);
    traffic = {
      requests: traffic.requests + 1,
      unchanged: traffic.unchanged + (answer.status === 304 ? 1 : 0),
      bytes:
        traffic.bytes +
        url.length +
        lengthOf(headers) +
        lengthOf(answer.headers) +
        answer.body.length,
    };
    if (answer.status === 304 && known !== undefined) return { ...answer, body: known.body };
    const tag = answer.headers.etag;
    if (tag !== undefined) remembered.set(url, { tag, body: answer.body });
    return answer;
  };
  async function* whole(body: Uint8Array): AsyncGenerator<Uint8Array> {
    yield body;
  }
  const hands = {
    get: async (url: string): Promise<WebAnswer> => {
      const { status, body } = await ask(url);
      return { status: status === 304 ? 200 : status, moved: false, parts: whole(body) };
    },
    wait: async () => undefined,
    random: () => 0.5,
  };
  const digest = (name: string) => async (bytes: Uint8Array) =>
    createHash(name).update(bytes).digest();
  const reader = {
    sha256: async (bytes: Uint8Array) => (await digest("sha256")(bytes)).toString("hex"),
    sha512: async (bytes: Uint8Array) => new Uint8Array(await digest("sha512")(bytes)),
  };
  const keep = (hash: SegmentHash, bytes: Uint8Array): void => {
    kept.set(hash, bytes);
    // A browser's memory of it is of no use to the one who has kept it.
    remembered.delete(`${address}segments/${hash}.json.gz`);
  };
  return {
    ask,
    /** Fetches what `sync` would fetch, and reads nothing through: the same bytes for less of this machine. */
    fetchOnly: async (): Promise<void> => {
      const source = webSource(address, hands);
      const index = await readSignedIndex(source, reader.sha512);
      if (!index.ok) throw new Error(index.error.type);
      for (const { hash } of index.value.segments) {
        if (kept.has(hash)) continue;
        const bytes = await source.segment(hash);
        if (bytes === undefined || (await reader.sha256(bytes)) !== hash) throw new Error(hash);
        keep(hash, bytes);
      }
    },
    /** Asks for the index alone: what a look for news costs. */
    look: async (): Promise<void> => {
      await ask(`${address}channel.json`);
    },
    /** Reads the release that lies there and keeps its segments. */
    sync: async (): Promise<Release> => {
      const release = await readRelease(webSource(address, hands), {
        ...reader,
        held: async (hash) => kept.get(hash),
      });
      if (!release.ok) throw new Error(JSON.stringify(release.error));
      for (const [hash, bytes] of release.value.bytes) keep(hash, bytes);
      return release.value;
    },
    /** What went over the wire since the last time. */
    taken: (): Traffic => {
      const since = traffic;
      traffic = { requests: 0, unchanged: 0, bytes: 0 };
      return since;
    },
    close: (): void => agent.destroy(),
  };
};
