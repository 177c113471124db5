import type { Clock } from "@dianbo/shared/clock";
import * as v from "valibot";
import { countHabit, readFiledTitles, readHabits } from "../clipping/filing-habits.ts";
import { hostsWithoutLeave } from "../clipping/host-leave.ts";
import { wakeEngine } from "../downloading/index.ts";
import { openListQueue } from "../inbox/index.ts";
import { noteReading } from "../portal-rules/rule-health.ts";
import { readLibraryHome } from "../settings/index.ts";
import { type ClerkRequest, clerkRequestSchema, type ReadAnswer } from "./messages.ts";
import { closeOrphans, openAndRead } from "./open-and-read.ts";

const showLeft = async (left: number): Promise<void> => {
  await chrome.action.setBadgeBackgroundColor({ color: "#24493c" });
  await chrome.action.setBadgeText({ text: left === 0 ? "" : String(left) });
};

/** Reads a page, and notes how its portal's rule fared: a list tells of many pages at once. */
const readAndNote = async (url: string, clock: Clock): Promise<ReadAnswer> => {
  const read = await openAndRead(url);
  // A note that cannot be kept must not keep the page from being kept.
  if (read.type === "page") await noteReading(read.page, clock.now()).catch(() => undefined);
  return read;
};

const answer = async (request: ClerkRequest, clock: Clock): Promise<unknown> => {
  switch (request.type) {
    case "dianbo-list-read":
      return await readAndNote(request.url, clock);
    case "dianbo-list-leave":
      return await hostsWithoutLeave(request.hosts);
    case "dianbo-list-home": {
      const [{ home }, habits, filed] = await Promise.all([
        readLibraryHome(),
        readHabits(),
        readFiledTitles(),
      ]);
      return { home, habits, filed };
    }
    case "dianbo-list-habit": {
      const { host, column, title, tags, category } = request;
      await countHabit({ host, column, title, tags }, category, 1);
      return true;
    }
    case "dianbo-list-left":
      await showLeft(request.left);
      return true;
  }
};

/** Wakes the page that keeps listed items, if any wait. */
const goOnWithLists = async (): Promise<void> => {
  const queue = openListQueue();
  try {
    const left = (await queue.all()).filter(({ state }) => state.state === "waiting").length;
    if (left === 0) return;
    await showLeft(left);
    await wakeEngine();
  } finally {
    queue.close();
  }
};

/**
 * The background's part of clipping whole lists, to be called once at the top of the background script:
 * opens and reads pages for the page that keeps them, and goes on with what the last run of the browser
 * left waiting.
 */
export const serveLists = (clock: Clock): void => {
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const request = v.safeParse(clerkRequestSchema, message);
    if (!request.success || sender.id !== chrome.runtime.id) return undefined;
    answer(request.output, clock).then(respond, () => respond(undefined));
    return true;
  });
  // A background that died while it read a page left that page open.
  void closeOrphans().then(goOnWithLists);
};
