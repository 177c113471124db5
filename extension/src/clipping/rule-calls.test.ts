import type { PageSnapshot } from "@dianbo/shared/portal";
import { type PortalRule, readRule } from "@dianbo/shared/portal-rule";
import { afterEach, expect, it, vi } from "vitest";
import { answeredPage } from "./rule-calls.ts";

const CALL = "https://api.example.cn/get?pid=1";

const rule = (): PortalRule => {
  const read = readRule({
    id: "example",
    version: 1,
    name: "某网",
    hosts: ["*.example.cn"],
    pages: [],
    json: { url: "https://api.example.cn/get?pid={id}", media: [{ url: "film" }] },
  });
  if (!read.ok) throw new Error(read.error.because);
  return read.value;
};

const page: PageSnapshot = {
  url: "https://www.example.cn/v/1",
  contentType: "text/html",
  charset: "UTF-8",
  title: "某片",
  metas: [],
  breadcrumb: [],
  headings: [],
  labels: [],
  headText: "",
  baidu: {},
  linkedData: [],
  bodies: [],
  media: [],
  hasStream: false,
  documents: [],
  selection: "",
  rule: {
    id: "example",
    version: 1,
    kind: "video",
    fields: {},
    media: [],
    following: [],
    call: CALL,
    categories: {},
    missed: [],
  },
};

const answerFrom = (url: string, body: BodyInit): Response => {
  const answer = new Response(body);
  Object.defineProperty(answer, "url", { value: url });
  return answer;
};
const ask = (answer: () => Response, missing: readonly string[] = []) => {
  const fetched = vi.fn(async (_url: string, _how: RequestInit) => answer());
  vi.stubGlobal("fetch", fetched);
  return { fetched, page: answeredPage(page, [rule()], async () => missing) };
};
afterEach(() => {
  vi.unstubAllGlobals();
});

const FILM = '{"film":"https://cdn.example.cn/a.mp4"}';

it("asks the portal's own host, without anybody's sign-in, and takes what it says", async () => {
  const { fetched, page: answered } = ask(() => answerFrom(CALL, FILM));
  expect((await answered).rule?.media).toMatchObject([{ url: "https://cdn.example.cn/a.mp4" }]);
  expect(fetched.mock.calls[0]?.[0]).toBe(CALL);
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: "omit" });
});

it("asks nobody without leave", async () => {
  const { fetched, page: answered } = ask(() => answerFrom(CALL, FILM), ["api.example.cn"]);
  expect(await answered).toBe(page);
  expect(fetched).not.toHaveBeenCalled();
});

const endless = (): ReadableStream<Uint8Array> => {
  const piece = new Uint8Array(1_000_000).fill(32);
  return new ReadableStream({ pull: (stream) => stream.enqueue(piece) });
};

it.each([
  ["led to a strange host", () => answerFrom("https://elsewhere.example/x", FILM)],
  ["never ending", () => answerFrom(CALL, endless())],
  ["a page of the portal's wall", () => answerFrom(CALL, "<html>请登录</html>")],
  ["nothing", () => answerFrom(CALL, "")],
])("leaves the page as it was when the answer is %s", async (_what, answer) => {
  expect(await ask(answer).page).toBe(page);
});

it("leaves the page as it was when nobody answers", async () => {
  const { page: answered } = ask(() => {
    throw new TypeError("Failed to fetch");
  });
  expect(await answered).toBe(page);
});
