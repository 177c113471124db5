import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline, Transform } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { parseRange } from "./byte-range.ts";
import type { Switches } from "./switches.ts";
import { createSwitches } from "./switches.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What the switches may spoil: films, sound and attachments; never styles and pictures. */
const SPOILT = new Set([".mp3", ".mp4", ".pdf", ".docx"]);

/** Slows the bytes down and, after `cutAfter` of them, lets `cut` destroy the connection. */
function throttle(slow: number | null, cutAfter: number | null, cut: () => void): Transform {
  let sent = 0;
  return new Transform({
    async transform(chunk: Buffer, _encoding, done) {
      const step = slow === null ? chunk.length : Math.max(1, Math.floor(slow / 10));
      for (let at = 0; at < chunk.length; at += step) {
        const left = cutAfter === null ? Number.POSITIVE_INFINITY : cutAfter - sent;
        const piece = chunk.subarray(at, Math.min(at + step, at + left));
        sent += piece.length;
        this.push(piece);
        if (cutAfter !== null && sent >= cutAfter) {
          // A moment for the bytes to leave: a destroyed socket drops what it still holds.
          await wait(50);
          cut();
          return;
        }
        if (slow !== null) await wait(100);
      }
      done();
    },
  });
}

type Version = { etag: string; modified: string; size: number };

async function versionOf(path: string): Promise<Version> {
  const { size, mtime } = await stat(path);
  const seconds = Math.floor(mtime.getTime() / 1000);
  return {
    etag: `"${size.toString(16)}-${seconds.toString(16)}"`,
    modified: mtime.toUTCString(),
    size,
  };
}

function describe(
  response: ServerResponse,
  file: { path: string; savedAs?: string },
  version: Version,
  wrongType: string | null,
): void {
  const trueType = TYPES[extname(file.path)] ?? "application/octet-stream";
  response.setHeader("Content-Type", wrongType ?? trueType);
  response.setHeader("ETag", version.etag);
  response.setHeader("Last-Modified", version.modified);
  if (file.savedAs === undefined) return;
  const name = encodeURIComponent(file.savedAs);
  response.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${name}`);
}

/** The range to send; a stale `If-Range` means that the whole file is wanted. */
function wantedRange(request: IncomingMessage, version: Version): ReturnType<typeof parseRange> {
  const condition = request.headers["if-range"];
  const fresh =
    condition === undefined || condition === version.etag || condition === version.modified;
  return fresh ? parseRange(request.headers.range, version.size) : null;
}

/**
 * Sends one file as a real media server would: type, ETag, Last-Modified, 304, one range, If-Range,
 * HEAD. The switches spoil films, sound and attachments only.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: { path: string; savedAs?: string },
  switches: Switches,
): Promise<void> {
  const spoilt = SPOILT.has(extname(file.path));
  const { slow, cutAfter, noRange, wrongType } = spoilt ? switches : createSwitches();
  const version = await versionOf(file.path);
  describe(response, file, version, wrongType);
  if (!noRange) response.setHeader("Accept-Ranges", "bytes");
  if (request.headers["if-none-match"] === version.etag) {
    response.writeHead(304).end();
    return;
  }
  const range = noRange ? null : wantedRange(request, version);
  if (range === "unsatisfiable") {
    response.writeHead(416, { "Content-Range": `bytes */${version.size}` }).end();
    return;
  }
  const { from, to } = range ?? { from: 0, to: version.size - 1 };
  response.statusCode = range ? 206 : 200;
  response.setHeader("Content-Length", to - from + 1);
  if (range) response.setHeader("Content-Range", `bytes ${from}-${to}/${version.size}`);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const source = createReadStream(file.path, { start: from, end: to });
  // A reader that goes away in the middle is everyday life (seeking does it): nothing to report.
  const quiet = (): void => {};
  if (slow === null && cutAfter === null) pipeline(source, response, quiet);
  else
    pipeline(
      source,
      throttle(slow, cutAfter, () => response.destroy()),
      response,
      quiet,
    );
}
