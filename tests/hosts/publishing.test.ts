/**
 * Releases of a channel put on hosts that nobody here wrote, and read from there as a subscriber reads them:
 * rclone and Apache by WebDAV, an object store that checks every signature. Lines break in the middle.
 */
import { reachBucket, reachWebDav } from "@dianbo/pwa/hosts";
import {
  CHANNEL_LIMITS,
  isChannelPath,
  judgePlace,
  newestItems,
  type PublishedWords,
  publishedFiles,
  type Release,
  readRelease,
} from "@dianbo/shared/channel";
import {
  bucketAddress,
  davTarget,
  type PublishTarget,
  tryTarget,
  uploadFiles,
} from "@dianbo/shared/hosting";
import { err, ok } from "@dianbo/shared/result";
import { davFolder } from "@dianbo/shared/webdav";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  countyHands,
  countyItems,
  countyRelease,
  type MadeRelease,
} from "../support/county-channel.ts";
import { type Front, openFront } from "../support/hosts/faulty-front.ts";
import { installXml } from "../support/hosts/node-xml.ts";
import { STORE, serveObjectStore } from "../support/hosts/object-store.ts";
import { ACCOUNT, serveApache, serveRclone } from "../support/hosts/web-dav-servers.ts";

const words: PublishedWords = {
  language: "zh-CN",
  kinds: {
    video: "视频",
    film: "电影",
    audio: "录音",
    article: "文章",
    document: "文件",
    link: "链接",
  },
  minutes: (minutes) => `${minutes} 分`,
  facts: (publisher, release, day) => `${publisher}，第 ${release} 版，${day}`,
  count: (count) => `${count} 部`,
  all: "都在下面。",
  newest: (shown, all) => `一共 ${all} 部，这里是最新的 ${shown} 部。`,
  howTo: "在点播本里填这个网址：",
  thisAddress: "这一页的网址",
  columns: { title: "片名", kind: "种类", publisher: "出处", minutes: "多长" },
};

let first: MadeRelease;
let second: MadeRelease;
let third: MadeRelease;
beforeAll(async () => {
  installXml();
  const items = countyItems(1_100);
  const [one, two, ...rest] = items;
  if (one === undefined || two === undefined) throw new Error("a county without items");
  first = await countyRelease({ items });
  const changed = [{ ...one, title: "改过的一" }, { ...two, title: "改过的二" }, ...rest];
  second = await countyRelease({ items: changed, before: first.release });
  third = await countyRelease({ items: changed.slice(700), before: second.release });
});

interface Place {
  readonly target: (who?: { user: string; password: string }) => PublishTarget;
  readonly front: Front;
  readonly close: () => Promise<void>;
}

const davPlace = async (serve: typeof serveRclone): Promise<Place> => {
  const server = await serve();
  const front = await openFront(() => server.port);
  const folder = davFolder(`http://127.0.0.1:${front.port}/频道`);
  if (!folder.ok) throw new Error(folder.error.type);
  return {
    front,
    target: (who = ACCOUNT) => davTarget(reachWebDav({ folder: folder.value, ...who })),
    close: async () => {
      await front.close();
      await server.close();
    },
  };
};

const storePlace = async (): Promise<Place> => {
  const store = await serveObjectStore();
  const front = await openFront(() => store.port);
  const address = bucketAddress(`http://127.0.0.1:${front.port}`, STORE.bucket);
  if (!address.ok) throw new Error(address.error.type);
  return {
    front,
    target: (who = { user: STORE.keyId, password: STORE.secret }) =>
      reachBucket({
        address: address.value,
        region: "us-east-1",
        prefix: "频道/一 二/",
        keyId: who.user,
        secret: who.password,
      }),
    close: async () => {
      await front.close();
      await store.close();
    },
  };
};

const put = (target: PublishTarget, { release }: MadeRelease) =>
  uploadFiles({
    files: publishedFiles(
      { index: release.index, newest: newestItems(release), address: undefined, words },
      release.bytes,
    ),
    target,
    entryLimit: CHANNEL_LIMITS.indexBytes,
    judge: (there) => judgePlace(there, release.index),
    isOurs: isChannelPath,
    told: () => undefined,
    isCancelled: () => false,
    wait: async () => undefined,
    random: () => 0,
  });

/** The release that stands at a place, read as strictly as a subscriber reads it. */
const standing = async (target: PublishTarget): Promise<Release> => {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const file = await target.read(path, CHANNEL_LIMITS.segmentBytes);
    return file.ok ? file.value : undefined;
  };
  const release = await readRelease(
    {
      index: async () => {
        const index = await read("channel.json");
        return index === undefined ? err({ type: "nothing-there" }) : ok(index);
      },
      segment: (hash) => read(`segments/${hash}.json.gz`),
    },
    { ...countyHands, held: async () => undefined },
  );
  if (!release.ok) throw new Error(release.error.type);
  return release.value;
};

describe.each([
  ["rclone", () => davPlace(serveRclone)],
  ["Apache", () => davPlace(serveApache)],
  ["an object store", storePlace],
] as const)("on %s", (name, open) => {
  let place: Place;
  let target: PublishTarget;
  beforeAll(async () => {
    place = await open();
    target = place.target();
  });
  beforeEach(() => {
    place.front.fault = () => undefined;
    place.front.passed.length = 0;
  });
  afterAll(async () => {
    await place?.close();
  });
  const sentSegments = (): readonly string[] =>
    place.front.passed
      .filter(({ method, path }) => method === "PUT" && path.includes("/segments/"))
      .map(({ path }) => path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf("/") + 65));

  test("a place is tried, its folder made where it is missing, and nothing is left behind", async () => {
    if (name !== "an object store") {
      expect(await tryTarget(target, "one")).toEqual(err({ type: "no-folder" }));
      expect(await put(target, first)).toEqual(err({ type: "no-folder" }));
      expect(await target.makeFolder("")).toEqual(ok(null));
    }
    expect(await tryTarget(target, "one")).toEqual(ok(null));
    expect(await target.list("")).toEqual(ok(new Map()));
  });

  test("who has another password is told so", async () => {
    const wrong = place.target({ user: ACCOUNT.user, password: "falsch" });
    expect(await tryTarget(wrong, "two")).toEqual(err({ type: "wrong-password" }));
  });

  test("a release lies there whole, and the next one costs what changed", async () => {
    expect(await put(target, first)).toMatchObject({ ok: true });
    expect((await standing(target)).index).toEqual(first.release.index);
    expect(sentSegments()).toHaveLength(first.release.index.segments.length);

    place.front.passed.length = 0;
    expect(await put(target, second)).toMatchObject({ ok: true });
    const fresh = second.release.index.segments.filter(
      ({ hash }) => !first.release.bytes.has(hash),
    );
    expect(sentSegments()).toEqual(fresh.map(({ hash }) => hash));
    expect(fresh).toHaveLength(1);
    const read = await standing(target);
    expect([...read.contents.values()].slice(0, 2).map(({ title }) => title)).toEqual([
      "改过的一",
      "改过的二",
    ]);
  });

  test("a line that breaks leaves the release before, and the next time goes on", async () => {
    let puts = 0;
    place.front.fault = ({ method, path }) => {
      if (method !== "PUT" || !path.includes("/segments/")) return undefined;
      puts += 1;
      return puts === 1 ? undefined : { type: "cut", after: 2_000 };
    };
    // Written anew, for half of it has gone: one segment, and nothing of the old ones.
    const half = await countyRelease({
      items: countyItems(1_100).map((item) => ({ ...item, title: `${item.title}（新）` })),
      before: second.release,
    });
    expect(await put(target, half)).toEqual(err({ type: "no-answer" }));
    expect((await standing(target)).index).toEqual(second.release.index);
    const [held] = sentSegments();

    place.front.fault = () => undefined;
    place.front.passed.length = 0;
    expect(await put(target, half)).toMatchObject({ ok: true });
    expect(sentSegments()).not.toContain(held);
    expect(sentSegments()).toHaveLength(half.release.index.segments.length - 1);
    expect((await standing(target)).index).toEqual(half.release.index);
    const lying = await target.list("segments");
    const named = [...second.release.index.segments, ...half.release.index.segments];
    expect(lying.ok && lying.value.size).toBe(new Set(named.map(({ hash }) => hash)).size);
  });

  test("an older release, or another channel's, does not take its place", async () => {
    expect(await put(target, second)).toEqual(err({ type: "other-release", release: 3 }));
    expect(await put(target, third)).toEqual(err({ type: "other-release", release: 3 }));
    const other = await countyRelease({ items: countyItems(3), channel: "another-channel-01" });
    expect(await put(target, other)).toMatchObject({ error: { type: "other-channel" } });
  });

  test.each([
    [403, "forbidden"],
    [507, "no-room"],
    [401, "wrong-password"],
    [503, "busy"],
  ] as const)("an answer of %i to what is sent is told apart: %s", async (status, type) => {
    place.front.fault = ({ method }) => (method === "PUT" ? { type: "answer", status } : undefined);
    expect(await tryTarget(target, "three")).toEqual(err({ type }));
  });

  test("a host that says yes to everything is found out", async () => {
    place.front.fault = ({ method }) =>
      method === "PUT" || method === "MOVE"
        ? { type: "answer", status: 200, body: "<h1>登录</h1>" }
        : undefined;
    expect(await tryTarget(target, "four")).toEqual(err({ type: "not-kept" }));
  });
});

describe("an object store", () => {
  let place: Place;
  beforeAll(async () => {
    place = await storePlace();
  });
  afterAll(async () => {
    await place?.close();
  });
  const said = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;

  test("whose bucket is not there says so", async () => {
    const address = `http://127.0.0.1:${place.front.port}/no-such-bucket/`;
    const target = reachBucket({
      address,
      region: "us-east-1",
      prefix: "",
      keyId: STORE.keyId,
      secret: STORE.secret,
    });
    expect(await tryTarget(target, "five")).toEqual(err({ type: "no-bucket" }));
  });

  test.each([
    [403, "RequestTimeTooSkewed", "wrong-clock"],
    [403, "SignatureDoesNotMatch", "wrong-password"],
    [403, "InvalidAccessKeyId", "wrong-password"],
    [403, "AccessDenied", "forbidden"],
    [400, "AuthorizationHeaderMalformed", "wrong-region"],
    [301, "PermanentRedirect", "wrong-region"],
    [404, "NoSuchBucket", "no-bucket"],
    [503, "SlowDown", "busy"],
    [403, "QuotaExceeded", "no-room"],
    [418, "", "refused"],
  ] as const)("that answers %i %s is told apart: %s", async (status, code, type) => {
    place.front.fault = () => ({ type: "answer", status, body: said(code) });
    expect(await place.target().list("")).toEqual(err({ type }));
  });

  test.each(["<h1>登录</h1>", "", "<ListBucketResult><Contents>"])(
    "that lists %j lists nothing",
    async (body) => {
      place.front.fault = () => ({ type: "answer", status: 200, body });
      expect(await place.target().list("")).toEqual(err({ type: "refused" }));
    },
  );

  test("that lists in pages is listed to the end", async () => {
    let page = 0;
    place.front.fault = () => {
      page += 1;
      const files = [`频道/一 二/segments/${page}`, "频道/一 二/segments/x/deep", "elsewhere"]
        .map(
          (key) =>
            `<Contents><Key>${key.replace("&", "&amp;")}</Key><Size>${page}</Size></Contents>`,
        )
        .join("");
      const next = page < 3 ? `<NextContinuationToken>t&amp;${page}=</NextContinuationToken>` : "";
      const body = `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${files}${next}</ListBucketResult>`;
      return { type: "answer", status: 200, body };
    };
    expect(await place.target().list("segments")).toEqual(
      ok(
        new Map([
          ["1", 1],
          ["2", 2],
          ["3", 3],
        ]),
      ),
    );
  });
});
