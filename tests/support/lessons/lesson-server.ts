/**
 * A server of lessons that can misbehave in every way that real ones do, path by path, and that writes
 * down what it was asked for.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { LessonFile, LessonFiles } from "./playlist.ts";

/** What a path does instead of answering well. Combine freely. */
export interface Trouble {
  /** This status with no file. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** The connection is destroyed after so many bytes of the body. */
  readonly cutAfter?: number;
  /** So many bytes are sent, then nothing more, and the connection stays. */
  readonly stallAfter?: number;
  /** Ranges are ignored. */
  readonly noRange?: boolean;
  /** Content-Length names this; `none` sends in chunks without any. */
  readonly length?: number | "none";
  /** This page as text/html with status 200, as login pages are sent. */
  readonly html?: string;
  /** 403 to whoever sends no Referer that begins with this. */
  readonly referer?: string;
  /** 403 to whoever is not a page of the same origin that brings this cookie. */
  readonly ownPage?: string;
  /** Set with the answer. */
  readonly setCookie?: string;
  /** 302 to this address. */
  readonly redirect?: string;
  /** The answer never ends: the file again and again. */
  readonly endless?: boolean;
  readonly contentType?: string;
  readonly contentDisposition?: string;
  /** No ETag and no Last-Modified. */
  readonly noValidator?: boolean;
  /** How many answers are troubled; then all is well. For ever unless told. */
  readonly times?: number;
}

/** One request as it came in. */
export interface LessonRequest {
  readonly path: string;
  readonly search: string;
  readonly range: string | undefined;
  readonly referer: string | undefined;
  /** Bytes of the body that left the server. */
  sent: number;
}

/** A running server. */
export interface LessonServer {
  readonly port: number;
  readonly files: LessonFiles;
  readonly requests: LessonRequest[];
  /** Sets the trouble of a path; `undefined` mends it. */
  trouble(path: string, trouble: Trouble | undefined): void;
  /** Bytes a second for all answers together; null sends as fast as it goes. */
  limit(bytesPerSecond: number | null): void;
  close(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const rangeOf = (
  request: IncomingMessage,
  size: number,
): { readonly from: number; readonly to: number } | undefined => {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? "") ?? [];
  if (from === undefined) return undefined;
  return { from: Number(from), to: to === undefined || to === "" ? size - 1 : Number(to) };
};

const etagOf = (bytes: Buffer): string => {
  let hash = bytes.length;
  for (let at = 0; at < bytes.length; at += 997) hash = (hash * 31 + (bytes[at] ?? 0)) % 4294967296;
  return `"${hash.toString(16)}"`;
};

/** Answers without the file, where the trouble or a wrong address wants that; says whether it did. */
const refuse = (
  response: ServerResponse,
  trouble: Trouble,
  file: LessonFile | undefined,
  headers: IncomingMessage["headers"],
): boolean => {
  if (trouble.redirect !== undefined) {
    response.writeHead(302, { Location: trouble.redirect }).end();
    return true;
  }
  if (trouble.html !== undefined) {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(trouble.html);
    return true;
  }
  const isStranger =
    trouble.ownPage !== undefined &&
    (headers["sec-fetch-site"] !== "same-origin" ||
      headers.cookie?.includes(trouble.ownPage) !== true);
  const isNameless =
    trouble.referer !== undefined && headers.referer?.startsWith(trouble.referer) !== true;
  const refused = isStranger || isNameless;
  if (!refused && trouble.status === undefined && file !== undefined) return false;
  const retry = trouble.retryAfterSeconds;
  response
    .writeHead(
      refused ? 403 : (trouble.status ?? 404),
      retry === undefined ? {} : { "Retry-After": String(retry) },
    )
    .end();
  return true;
};

/** Starts a server on a free port of this machine. `files` may change while it runs. */
export const openLessonServer = async (files: LessonFiles = new Map()): Promise<LessonServer> => {
  const requests: LessonRequest[] = [];
  const troubles = new Map<string, { trouble: Trouble; left: number }>();
  let rate: number | null = null;
  let freeAt = 0;

  const troubleOf = (path: string): Trouble => {
    const entry = troubles.get(path);
    if (entry === undefined || entry.left <= 0) return {};
    entry.left -= 1;
    return entry.trouble;
  };

  const write = async (response: ServerResponse, bytes: Buffer): Promise<void> => {
    if (rate !== null) {
      const now = performance.now();
      freeAt = Math.max(freeAt, now) + (bytes.length / rate) * 1000;
      if (freeAt - now > 5) await pause(freeAt - now);
    }
    if (response.destroyed || response.write(bytes)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        response.off("drain", go).off("close", go);
        resolve();
      };
      response.on("drain", go).on("close", go);
    });
  };

  const sendBody = async (
    response: ServerResponse,
    body: Buffer,
    trouble: Trouble,
    note: LessonRequest,
  ): Promise<void> => {
    const step = rate === null ? 256 * 1024 : Math.max(4096, Math.min(64 * 1024, rate / 20));
    const stopAt = trouble.cutAfter ?? trouble.stallAfter ?? Number.POSITIVE_INFINITY;
    do {
      for (let at = 0; at < body.length; at += step) {
        const end = Math.min(body.length, at + step, stopAt - note.sent + at);
        const piece = body.subarray(at, end);
        if (piece.length > 0) await write(response, piece);
        note.sent += piece.length;
        if (response.destroyed) return;
        if (note.sent >= stopAt) {
          // What was sent arrives before the end: a reset would throw away what a busy browser has not read.
          if (trouble.cutAfter !== undefined) response.socket?.destroySoon();
          return;
        }
      }
    } while (trouble.endless === true);
    response.end();
  };

  const headersOf = (
    file: LessonFile,
    trouble: Trouble,
    length: number,
  ): Record<string, string> => ({
    "Content-Type": trouble.contentType ?? file.type,
    ...(trouble.length === "none" || trouble.endless === true
      ? {}
      : { "Content-Length": String(trouble.length ?? length) }),
    ...(trouble.noRange === true ? {} : { "Accept-Ranges": "bytes" }),
    ...(trouble.noValidator === true ? {} : { ETag: etagOf(file.bytes) }),
    ...(trouble.setCookie === undefined ? {} : { "Set-Cookie": trouble.setCookie }),
    ...(trouble.contentDisposition === undefined
      ? {}
      : { "Content-Disposition": trouble.contentDisposition }),
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    const path = decodeURIComponent(pathname);
    const { range, referer } = request.headers;
    const note: LessonRequest = { path, search, range, referer, sent: 0 };
    requests.push(note);
    const trouble = troubleOf(path);
    const file = files.get(path);
    if (refuse(response, trouble, file, request.headers) || file === undefined) return;
    const asked = trouble.noRange === true ? undefined : rangeOf(request, file.bytes.length);
    const ifRange = request.headers["if-range"];
    const changed = ifRange !== undefined && ifRange !== etagOf(file.bytes);
    const part = changed ? undefined : asked;
    if (part !== undefined && part.from >= file.bytes.length) {
      response.writeHead(416, { "Content-Range": `bytes */${file.bytes.length}` }).end();
      return;
    }
    const body = part === undefined ? file.bytes : file.bytes.subarray(part.from, part.to + 1);
    response.writeHead(part === undefined ? 200 : 206, {
      ...headersOf(file, trouble, body.length),
      ...(part === undefined
        ? {}
        : {
            "Content-Range": `bytes ${part.from}-${part.from + body.length - 1}/${file.bytes.length}`,
          }),
    });
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    await sendBody(response, body, trouble, note);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    port: address.port,
    files,
    requests,
    trouble: (path, trouble) => {
      if (trouble === undefined) troubles.delete(path);
      else troubles.set(path, { trouble, left: trouble.times ?? Number.POSITIVE_INFINITY });
    },
    limit: (bytesPerSecond) => {
      rate = bytesPerSecond;
      freeAt = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
