/**
 * What a browser of the tests asked of the network, from Chromium's own log: pages, workers, the extension's
 * background and its hidden documents alike, whatever a page's own list of requests leaves out.
 */
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";

/** One request as it left. */
interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** The origin of the page or worker that asked; "null" of a file or a sandbox. None: the person, or the browser itself. */
  readonly initiator: string | undefined;
}

/** What Chromium asks its makers by itself; nothing of ours is ever sent there. */
const BROWSERS_OWN =
  /^(?:[\w-]+\.)*(?:google\.com|googleapis\.com|gstatic\.com|gvt1\.com|googleusercontent\.com)$/u;

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/u;

const constantsSchema = v.object({
  constants: v.object({ logEventTypes: v.object({ URL_REQUEST_START_JOB: v.number() }) }),
});

const eventSchema = v.object({
  type: v.number(),
  // 1 is the beginning of an event; its end says only how it went.
  phase: v.number(),
  params: v.optional(v.unknown()),
});

const requestSchema = v.object({ method: v.string(), url: v.string(), initiator: v.string() });

/** Chromium's word for an asker without an origin. */
const NOBODY = "not an origin";

const headOf = (line: string): number =>
  v.parse(constantsSchema, JSON.parse(`${line.replace(/,\s*$/u, "")}}`)).constants.logEventTypes
    .URL_REQUEST_START_JOB;

/** An event without what joins it to the next or ends the list; the line at which a kill cut the log is none. */
const eventOf = (line: string): v.InferOutput<typeof eventSchema> | undefined => {
  try {
    return v.parse(eventSchema, JSON.parse(line.replace(/(?:\]\}?)?,?\s*$/u, "")));
  } catch {
    return undefined;
  }
};

/** The requests to hosts that a log tells of, line by line: a download's log has hundreds of thousands of them. */
const readSentRequests = async (lines: AsyncIterable<string>): Promise<SentRequest[]> => {
  const sent: SentRequest[] = [];
  let starting: number | undefined;
  let cut = 0;
  for await (const line of lines) {
    if (starting === undefined) {
      starting = headOf(line);
      continue;
    }
    if (!line.includes(`"type":${starting}`)) continue;
    const event = eventOf(line);
    if (event === undefined) cut += 1;
    if (event?.type !== starting || event.phase !== 1) continue;
    const { method, url, initiator } = v.parse(requestSchema, event.params);
    if (!/^(?:https?|wss?|ftp):/u.test(url)) continue;
    sent.push({ method, url, initiator: initiator === NOBODY ? undefined : initiator });
  }
  if (starting === undefined) throw new Error("the browser wrote no network log");
  if (cut > 1) throw new Error(`${cut} requests of the network log cannot be read`);
  return sent;
};

/**
 * Whether a host is among those named: "12371.cn" names itself and what ends in it, "127.0.0.1:4174" one
 * server only.
 */
const isNamed = ({ host, hostname }: URL, named: readonly string[]): boolean =>
  named.some((name) => host === name || hostname === name || hostname.endsWith(`.${name}`));

/**
 * The requests that no person caused: beyond the asker's own origin, and to no host that the journey names.
 * What nobody of ours asked may go to the browser's makers, and to this machine, whose address the person typed.
 */
const unaskedRequests = (
  sent: readonly SentRequest[],
  named: readonly string[],
): readonly SentRequest[] =>
  sent.filter(({ url, initiator }) => {
    const to = new URL(url);
    if (isNamed(to, named)) return false;
    if (initiator !== undefined) return to.origin !== initiator;
    return !LOOPBACK.test(to.hostname) && !BROWSERS_OWN.test(to.hostname);
  });

/** The log of one browser, from its start to its end. */
interface NetworkLog {
  /** What the browser is started with. */
  readonly switches: readonly string[];
  /**
   * Reads the log of a browser that has ended, and takes it away.
   * @throws where a request went to a host that is not among `named`
   */
  judge(named: readonly string[]): Promise<void>;
}

/** Begins a log in a folder of its own, so that a profile is what the browser itself made of it. */
export const openNetworkLog = async (): Promise<NetworkLog> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-network-"));
  const path = join(folder, "log.json");
  return {
    switches: [`--log-net-log=${path}`],
    judge: async (named) => {
      const log = await open(path);
      const unasked = unaskedRequests(await readSentRequests(log.readLines()), named);
      await rm(folder, { recursive: true, force: true });
      if (unasked.length === 0) return;
      const told = unasked.map(({ method, url, initiator }) => `${method} ${url} by ${initiator}`);
      throw new Error(`requests that no person caused:\n${[...new Set(told)].join("\n")}`);
    },
  };
};
