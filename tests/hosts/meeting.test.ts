/**
 * PCs of one site that meet at WebDAV hosts which nobody here wrote, rclone and Apache: a first meeting, work apart,
 * who was removed, a line that breaks in the middle, a password that is wrong.
 */
import { readdir } from "node:fs/promises";
import { reachWebDav } from "@dianbo/pwa/hosts";
import { put, shownValue } from "@dianbo/shared/changes";
import { newRecordId } from "@dianbo/shared/identity";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  addPc,
  type MeetingPc,
  type MeetingWorld,
  meetPc,
  nameOn,
  removeOn,
} from "../../packages/shared/testing/meeting-pc.ts";
import {
  commitOn,
  countingIds,
  plainId,
  siteNamed,
  textOf,
} from "../../packages/shared/testing/pc.ts";
import { davPlace } from "../../pwa/src/storage/meeting/index.ts";
import { type Front, openFront } from "../support/hosts/faulty-front.ts";
import { installXml } from "../support/hosts/node-xml.ts";
import {
  ACCOUNT,
  type DavServer,
  serveApache,
  serveRclone,
} from "../support/hosts/web-dav-servers.ts";

const film = newRecordId(() => plainId("film"));
const wang = newRecordId(() => plainId("wang"));

beforeAll(installXml);

describe.each([
  ["rclone", serveRclone],
  ["Apache", serveApache],
] as const)("a meeting place on %s", (_name, serve) => {
  let server: DavServer;
  let front: Front;
  let world: MeetingWorld;
  let a: MeetingPc;
  let b: MeetingPc;
  let sites = 0;
  beforeAll(async () => {
    server = await serve();
    front = await openFront(() => server.port);
  });
  beforeEach(() => {
    front.fault = () => undefined;
    sites += 1;
    world = { site: siteNamed(`site-${sites}-`), newId: countingIds("id"), pcs: [], devices: [] };
    [a, b] = [addPc(world), addPc(world)];
  });
  afterAll(async () => {
    await front?.close();
    await server?.close();
  });

  const meet = (one: MeetingPc, password: string = ACCOUNT.password) => {
    const folder = `http://127.0.0.1:${front.port}/`;
    const dav = reachWebDav({ folder, user: ACCOUNT.user, password });
    return meetPc(world, one, { place: davPlace(dav, world.site) });
  };
  const retitle = (one: MeetingPc, title: string) =>
    commitOn(one.pc, [put({ id: film, kind: "courseware" }, "title", title)]);
  const titleOn = (one: MeetingPc) => {
    const record = one.pc.records.get(film);
    return record === undefined ? undefined : shownValue(record, "title", one.pc.site);
  };
  const lying = async (): Promise<readonly string[]> =>
    (await readdir(server.folder, { recursive: true })).filter(
      (path) => path.startsWith(`dianbo-site-${sites}-`) && path.endsWith(".bin"),
    );

  test("makes both equal, and forgets who was removed", async () => {
    retitle(a, "八段锦");
    nameOn(a, wang, "name", "王芳");
    expect(await meet(a)).toMatchObject({ value: { given: 1, others: [] } });
    expect(await meet(b)).toMatchObject({ value: { taken: 1, namesTaken: 1, troubles: [] } });
    for (let day = 0; day < 2; day += 1) {
      retitle(a, `上 ${day}`);
      await meet(a);
      retitle(b, `下 ${day}`);
      await meet(b);
    }
    removeOn(a, wang);
    for (const one of [a, b, a]) expect(await meet(one)).toMatchObject({ ok: true });
    expect(textOf(b.pc.records)).toBe(textOf(a.pc.records));
    expect(b.names.get(`person:${wang}`)).toMatchObject({ life: 1 });
    expect((await lying()).filter((path) => path.includes("names-"))).toHaveLength(2);
  });

  test("whose line breaks changes nothing, and all comes with the next meeting", async () => {
    retitle(a, "八段锦");
    front.fault = (request) => (request.method === "PUT" ? { type: "cut", after: 9 } : undefined);
    expect(await meet(a)).toMatchObject({ error: { type: "place-gone" } });
    front.fault = () => undefined;
    expect(await meet(a)).toMatchObject({ ok: true });
    front.fault = (request) => (request.method === "GET" ? { type: "cut", after: 0 } : undefined);
    expect(await meet(b)).toMatchObject({ error: { type: "place-gone" } });
    expect(titleOn(b)).toBeUndefined();
    front.fault = () => undefined;
    expect(await meet(b)).toMatchObject({ value: { taken: 1, troubles: [] } });
    expect(titleOn(b)).toBe("八段锦");
  });

  test("says that the password is wrong, that it is full, that nobody answers", async () => {
    retitle(a, "八段锦");
    expect(await meet(a, "falsch")).toMatchObject({ error: { type: "place-refused" } });
    front.fault = (request) =>
      request.method === "PUT" ? { type: "answer", status: 507 } : undefined;
    expect(await meet(a)).toMatchObject({ error: { type: "place-full" } });
    front.fault = () => ({ type: "answer", status: 502 });
    expect(await meet(a)).toMatchObject({ error: { type: "place-trouble" } });
    front.fault = () => ({ type: "cut", after: 0 });
    expect(await meet(a)).toMatchObject({ error: { type: "place-gone" } });
  });
});
