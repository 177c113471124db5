/**
 * One stroke of the panel over real stores: into the inbox, into the library with its number, another
 * shelf, undo, nothing twice. The browser's own parts (permissions, downloads) are driven by the journeys.
 */
import "fake-indexeddb/auto";
import { type Library, openLibrary, openMediaStore } from "@dianbo/pwa/storage";
import { fixedClock } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import type { CapturedMedia, PageSnapshot } from "@dianbo/shared/portal";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClipDesk } from "../../extension/src/clipping/clip-desk.ts";
import { type ClipDraft, draftOf } from "../../extension/src/clipping/clip-draft.ts";
import { readFiledTitles, readHabits } from "../../extension/src/clipping/filing-habits.ts";
import { findHeld, findLikeHeld } from "../../extension/src/clipping/find-held.ts";
import { replaceHeld, undoReplace } from "../../extension/src/clipping/replace-held.ts";
import { refileClip, saveDraft, undoSave } from "../../extension/src/clipping/save-clip.ts";
import { type Inbox, openInbox } from "../../extension/src/inbox/index.ts";

let count = 0;
let ids = 0;
let library: Library;
let inbox: Inbox;
let desk: ClipDesk;
const newId = (): string => {
  ids += 1;
  return `id${ids}`.padEnd(24, "x");
};

/** `chrome.storage.local` in memory, and a tab that nobody opens. */
const fakeBrowser = () => {
  const kept: Record<string, unknown> = {};
  return {
    storage: {
      local: {
        get: async (key: string) => (key in kept ? { [key]: structuredClone(kept[key]) } : {}),
        set: async (values: Record<string, unknown>) => void Object.assign(kept, values),
      },
    },
    runtime: { getURL: (path: string) => path },
    tabs: { create: async () => ({}) },
  };
};

beforeEach(async () => {
  count += 1;
  vi.stubGlobal("chrome", fakeBrowser());
  vi.stubGlobal("navigator", {
    locks: { request: async (_name: string, work: () => Promise<unknown>) => await work() },
  });
  const clock = fixedClock(1_795_400_000_000);
  const opened = await openLibrary({ clock, newId, name: `save-${count}` });
  if (!opened.ok) throw new Error(opened.error.type);
  library = opened.value;
  inbox = openInbox({ name: `save-inbox-${count}` });
  const media = openMediaStore(() => {
    throw new Error("no file is kept here");
  });
  desk = { library, appHost: undefined, inbox, media, clock, newId };
});
afterEach(() => {
  inbox.close();
  library.close();
  vi.unstubAllGlobals();
});

const film: CapturedMedia = { kind: "video", found: "element", url: "http://video.12371.cn/a.mp4" };

const draft = (name: string, media: CapturedMedia[] = []): ClipDraft => {
  const page: PageSnapshot = {
    url: `http://www.12371.cn/wdk/${name}.shtml`,
    contentType: "text/html",
    charset: "UTF-8",
    title: `微党课第${name}讲：守旗的人们_先锋网`,
    metas: [],
    breadcrumb: ["首页", "微党课"],
    headings: [],
    labels: [],
    headText: "",
    baidu: {},
    linkedData: [],
    bodies: [],
    media,
    hasStream: false,
    documents: [],
    selection: "",
  };
  return draftOf(page, []);
};

const plain = { mayFetch: true, attachments: [], again: undefined } as const;

const save = async (one: ClipDraft, category: 1 | 2 | 3 | undefined, again?: RecordId) => {
  const saved = await saveDraft(one, { ...plain, category, again }, desk);
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
};

describe("where the library lives in the extension", () => {
  test("a filed link has its number at once and leaves the inbox", async () => {
    const { number } = await save(draft("1"), 1);
    expect(number).toBe(1001);
    expect(await inbox.all()).toEqual([]);
    expect(await readHabits()).toEqual([
      { host: "www.12371.cn", column: "微党课", category: 1, count: 1 },
    ]);
  });

  test("a filed film has its number too, and waits in the inbox for its file", async () => {
    const { clip, number } = await save(draft("1", [film]), 1);
    expect(number).toBe(1001);
    expect(await inbox.get(clip.id)).toMatchObject({ fileUrl: film.url, category: 1 });
  });

  test("without leave the link is kept, and the row says why there is no file", async () => {
    const choice = { ...plain, mayFetch: false, category: 1 } as const;
    const saved = await saveDraft(draft("1", [film]), choice, desk);
    expect(saved).toMatchObject({
      ok: true,
      value: { number: 1001, clip: { file: { state: "failed", reason: "no-permission" } } },
    });
  });

  test("what nobody filed waits in the inbox, and is filed there by one key", async () => {
    const { clip, number } = await save(draft("1"), undefined);
    expect(number).toBeUndefined();
    const filed = await refileClip(clip, 2, desk);
    expect(filed).toMatchObject({ ok: true, value: { number: 2001 } });
    expect(await inbox.all()).toEqual([]);
  });

  test("another shelf gives another number; back again gives the first", async () => {
    const { clip } = await save(draft("1"), 1);
    const moved = await refileClip(clip, 3, desk);
    if (!moved.ok) throw new Error(moved.error.type);
    expect(moved.value.number).toBe(3001);
    const back = await refileClip(moved.value.clip, 1, desk);
    expect(back).toMatchObject({ ok: true, value: { number: 1001 } });
    expect(await readHabits()).toMatchObject([{ category: 1, count: 1 }]);
  });

  test("undo takes it out; saved again it has the number it had, and what was typed since", async () => {
    const first = await save(draft("1", [film]), 1);
    await undoSave(first, desk);
    expect(await inbox.all()).toEqual([]);
    expect(library.snapshot().items.get(first.clip.id)?.life).toBe("deleted");
    expect(await readHabits()).toEqual([]);
    const again = { ...draft("1", [film]), edits: { title: "守旗人" } };
    const second = await save(again, 1, first.clip.id);
    expect(second.number).toBe(1001);
    expect(library.snapshot().items.get(first.clip.id)).toMatchObject({
      life: "alive",
      title: "守旗人",
    });
  });

  test("attachments are items of their own, and undo takes them along", async () => {
    const attachments = [{ url: "http://www.12371.cn/wdk/a.docx", label: "附件1：讲稿.docx" }];
    const saved = await saveDraft(draft("1"), { ...plain, category: 1, attachments }, desk);
    if (!saved.ok) throw new Error(saved.error.type);
    expect(saved.value.attached).toMatchObject([
      { number: 1002, clip: { kind: "document", title: "附件1：讲稿", article: null } },
    ]);
    await undoSave(saved.value, desk);
    expect(await inbox.all()).toEqual([]);
  });

  test("nothing is saved twice: neither from the library nor from the inbox", async () => {
    await save(draft("1"), 1);
    await save(draft("2"), undefined);
    const held = await findHeld(draft("1").source.canonical, desk);
    expect(held).toMatchObject({ where: "library", item: { number: 1001 } });
    for (const name of ["1", "2"]) {
      const again = await saveDraft(draft(name), { ...plain, category: 1 }, desk);
      expect(again).toEqual({ ok: false, error: { type: "held-already" } });
    }
  });
});

test("where a hosted app owns the library, clips wait with their category", async () => {
  desk = { ...desk, library: undefined, appHost: "localhost:4173" };
  const { clip, number } = await save(draft("1"), 1);
  expect(number).toBeUndefined();
  expect(await inbox.get(clip.id)).toMatchObject({ category: 1, file: { state: "none" } });
  expect(library.snapshot().items.size).toBe(0);
});

test("a full disk is said, and nothing is half done", async () => {
  const full: ClipDesk = {
    ...desk,
    inbox: { ...inbox, save: async () => ({ ok: false, error: { type: "disk-full" } }) },
  };
  const saved = await saveDraft(draft("1"), { ...plain, category: 1 }, full);
  expect(saved).toEqual({ ok: false, error: { type: "disk-full" } });
  expect(library.snapshot().items.size).toBe(0);
});

describe("what was filed teaches the next suggestion", () => {
  test("by its title, follows to another shelf, and is forgotten after an undo", async () => {
    const saved = await save(draft("1"), 1);
    expect(await readFiledTitles()).toMatchObject([{ category: 1 }]);
    const moved = await refileClip(saved.clip, 2, desk);
    expect(await readFiledTitles()).toMatchObject([{ category: 2 }]);
    if (!moved.ok) throw new Error(moved.error.type);
    await undoSave(moved.value, desk);
    expect(await readFiledTitles()).toEqual([]);
  });
});

describe("the same thing under another address", () => {
  const elsewhere = (one: ClipDraft): ClipDraft => ({
    ...one,
    source: { ...one.source, canonical: "http://b.cn/1", url: "http://b.cn/1", portal: "b.cn" },
  });

  test("is known by its title; another part of the series is not", async () => {
    await save(draft("1", [film]), 1);
    expect(await findLikeHeld(elsewhere(draft("1", [film])), desk)).toMatchObject({
      held: { where: "library" },
      likeness: "same-title",
    });
    expect(await findLikeHeld(draft("2", [film]), desk)).toBeUndefined();
  });

  test("takes its place under the same number, and gives it back", async () => {
    const { number } = await save(draft("1", [film]), 1);
    const newer = elsewhere(draft("1", [film]));
    const like = await findLikeHeld(newer, desk);
    if (like === undefined) throw new Error("nothing like it");
    const replaced = await replaceHeld(newer, like.held, true, desk);
    if (!replaced.ok || replaced.value.replaced === undefined) throw new Error("not replaced");
    const { id } = replaced.value.clip;
    const item = () => library.snapshot().items.get(id);
    expect(item()).toMatchObject({ number, source: { portal: "b.cn" } });
    expect(await inbox.get(id)).toMatchObject({ replaces: true, fileUrl: film.url });
    await undoReplace(replaced.value.clip, replaced.value.replaced, desk);
    expect(item()).toMatchObject({ number, source: { portal: "www.12371.cn" }, life: "alive" });
  });

  test("in the inbox it takes the row's place", async () => {
    const hosted: ClipDesk = { ...desk, library: undefined };
    const saved = await saveDraft(draft("1", [film]), { ...plain, category: 1 }, hosted);
    if (!saved.ok) throw new Error(saved.error.type);
    const newer = elsewhere(draft("1", [film]));
    const like = await findLikeHeld(newer, hosted);
    if (like?.held.where !== "inbox") throw new Error("nothing like it in the inbox");
    const replaced = await replaceHeld(newer, like.held, true, hosted);
    if (!replaced.ok || replaced.value.replaced === undefined) throw new Error("not replaced");
    expect(await inbox.all()).toMatchObject([
      { clip: { category: 1, source: { portal: "b.cn" } } },
    ]);
    await undoReplace(replaced.value.clip, replaced.value.replaced, hosted);
    expect(await inbox.all()).toMatchObject([{ clip: { source: { portal: "www.12371.cn" } } }]);
  });
});
