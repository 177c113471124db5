import { type PageSnapshot, pageSnapshotSchema } from "@dianbo/shared/portal";
import * as v from "valibot";

const CAPTURE = "content-scripts/capture.js";

/** What players in the frames of a page name themselves, of frames whose hosts were granted. */
const framesOf = async (tab: number): Promise<readonly PageSnapshot[]> => {
  const results = await chrome.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, files: [`/${CAPTURE}`] })
    .catch(() => []);
  return results.flatMap(({ frameId, result }) => {
    const read = v.safeParse(pageSnapshotSchema, result);
    return frameId !== 0 && read.success ? [read.output] : [];
  });
};

/** A page with the films of the frames in it, where it has no film of its own but frames that may hold one. */
export const withFrames = async (page: PageSnapshot, tab: number): Promise<PageSnapshot> => {
  const own = page.media.some(({ found }) => found !== "link") || (page.streams ?? []).length > 0;
  if (own || (page.frames ?? []).length === 0 || page.rule?.protected !== undefined) return page;
  const frames = await framesOf(tab);
  const media = frames.flatMap((frame) => frame.media.filter(({ found }) => found !== "link"));
  const streams = frames.flatMap((frame) => frame.streams ?? []);
  return {
    ...page,
    media: [...media, ...page.media].slice(0, 60),
    streams: [...new Set(streams)].slice(0, 10),
    fetched: [...(page.fetched ?? []), ...frames.flatMap(({ fetched }) => fetched ?? [])].slice(
      -60,
    ),
    hasStream: page.hasStream || frames.some(({ hasStream }) => hasStream),
  };
};
