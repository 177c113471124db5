import * as v from "valibot";
import { type Json, lifeOf, type RecordState, recordStateSchema } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import { articleCopySchema, type MediaHash, mediaFileSchema } from "../courseware/index.ts";
import type { DeviceId, RecordId, SiteId, SiteKey } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import {
  BACKUP_PARTS,
  BACKUP_VERSION,
  type BackupManifest,
  type BackupMedia,
  backupEnvelopeSchema,
  backupManifestSchema,
} from "./manifest.ts";

/** Why a backup is not used; nothing of it is taken in then. */
export type BackupFailure =
  /** No zip, or none of ours. */
  | { readonly type: "not-a-backup" }
  /** It ends too early: the PC went off, or the copy broke off. */
  | { readonly type: "backup-incomplete" }
  /** What lies in it is not what was written. */
  | { readonly type: "backup-damaged" }
  /** Made by a newer app. */
  | { readonly type: "newer-backup"; readonly version: number };

/** SHA-256 in lower-case hex; the platform's own, handed in. */
export type Sha256 = (bytes: Uint8Array) => Promise<string>;

/** A backup that was read and checked. */
export interface Backup {
  readonly manifest: BackupManifest;
  readonly records: ReadonlyMap<RecordId, RecordState>;
}

/** What a backup is made from. */
export interface BackupSource {
  readonly site: SiteId;
  readonly siteName: string;
  readonly siteKey?: SiteKey | undefined;
  readonly device: DeviceId;
  readonly madeAt: Instant;
  readonly records: Iterable<RecordState>;
  /** Rows that are no records any more, as raw text: kept for whoever mends them, never restored. */
  readonly unreadable: readonly string[];
  readonly held: ReadonlySet<MediaHash>;
  readonly withMedia: boolean;
  /** What is remembered of channels. */
  readonly channels?: readonly Json[] | undefined;
  /** What is kept beside the records. */
  readonly memos?: readonly Json[] | undefined;
}

const recordsPartSchema = v.object({ records: v.array(recordStateSchema) });

const namedMediaSchema = v.union([
  v.pipe(
    mediaFileSchema,
    v.transform((file) => [file]),
  ),
  v.pipe(
    articleCopySchema,
    v.transform(({ pictures }) => pictures),
  ),
]);

/** Every file that a record names, shown or waiting: films, covers, pictures of an article. */
const mediaNamedBy = (record: RecordState): readonly v.InferOutput<typeof mediaFileSchema>[] =>
  Object.values(record.fields)
    .flat()
    .flatMap(({ value }) => {
      if (value === null || typeof value !== "object") return [];
      const named = v.safeParse(namedMediaSchema, value);
      return named.success ? named.output : [];
    });

const mediaIndex = (
  records: readonly RecordState[],
  held: ReadonlySet<MediaHash>,
): readonly BackupMedia[] => {
  const index = new Map<MediaHash, BackupMedia>();
  for (const { hash, size, name, mime } of records.flatMap(mediaNamedBy)) {
    if (!index.has(hash)) index.set(hash, { hash, size, name, mime, held: held.has(hash) });
  }
  return [...index.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
};

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Makes the parts of a backup by name, in the order they are written; media come before the last. */
export const makeBackup = async (
  source: BackupSource,
  sha256: Sha256,
): Promise<{
  readonly manifest: BackupManifest;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}> => {
  const records = [...source.records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const alive = (kind: string): number =>
    records.filter((record) => record.kind === kind && lifeOf(record, source.site) !== "deleted")
      .length;
  const recordsPart = encode({ records, unreadable: source.unreadable });
  const manifest = v.parse(backupManifestSchema, {
    format: "dianbo-backup",
    version: BACKUP_VERSION,
    site: {
      id: source.site,
      name: source.siteName,
      ...(source.siteKey === undefined ? {} : { key: source.siteKey }),
    },
    device: source.device,
    madeAt: source.madeAt,
    counts: {
      records: records.length,
      items: alive("courseware"),
      menus: alive("set-menu"),
      playbacks: alive("playback"),
    },
    withMedia: source.withMedia,
    media: mediaIndex(records, source.held),
    ...(source.channels === undefined || source.channels.length === 0
      ? {}
      : { channels: source.channels }),
    ...(source.memos === undefined || source.memos.length === 0 ? {} : { memos: source.memos }),
    recordsHash: await sha256(recordsPart),
  });
  const manifestPart = encode(manifest);
  return {
    manifest,
    parts: new Map([
      [BACKUP_PARTS.manifest, manifestPart],
      [BACKUP_PARTS.records, recordsPart],
      [BACKUP_PARTS.complete, new TextEncoder().encode(await sha256(manifestPart))],
    ]),
  };
};

const decode = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Reads a backup's parts. Everything is checked before anything is given back. */
export const readBackup = async (
  parts: ReadonlyMap<string, Uint8Array>,
  sha256: Sha256,
): Promise<Result<Backup, BackupFailure>> => {
  const manifestPart = parts.get(BACKUP_PARTS.manifest);
  const recordsPart = parts.get(BACKUP_PARTS.records);
  const complete = parts.get(BACKUP_PARTS.complete);
  if (manifestPart === undefined) return err({ type: "not-a-backup" });
  const raw = decode(manifestPart);
  const envelope = v.safeParse(backupEnvelopeSchema, raw);
  if (!envelope.success) return err({ type: "not-a-backup" });
  const { version } = envelope.output;
  if (version > BACKUP_VERSION) return err({ type: "newer-backup", version });
  if (recordsPart === undefined || complete === undefined)
    return err({ type: "backup-incomplete" });
  const manifest = v.safeParse(backupManifestSchema, raw);
  if (
    !manifest.success ||
    new TextDecoder().decode(complete) !== (await sha256(manifestPart)) ||
    manifest.output.recordsHash !== (await sha256(recordsPart))
  ) {
    return err({ type: "backup-damaged" });
  }
  const content = v.safeParse(recordsPartSchema, decode(recordsPart));
  if (!content.success) return err({ type: "backup-damaged" });
  const records = new Map(content.output.records.map((record) => [record.id, record]));
  if (records.size !== manifest.output.counts.records) return err({ type: "backup-damaged" });
  return ok({ manifest: manifest.output, records });
};
