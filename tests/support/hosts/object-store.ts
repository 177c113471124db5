/** An object store that nobody here wrote: s3rver, which works out every signature anew and refuses others. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";

/** The one key that the store knows, and a bucket that is there. */
export const STORE = { keyId: "S3RVER", secret: "S3RVER", bucket: "dianbo-test" } as const;

/** A running object store. */
export interface ObjectStore {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts a store with one empty bucket, which anybody may read. */
export const serveObjectStore = async (): Promise<ObjectStore> => {
  const directory = await mkdtemp(join(tmpdir(), "dianbo-store-"));
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: STORE.bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    port,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
