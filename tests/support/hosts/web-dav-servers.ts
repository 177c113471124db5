/** WebDAV hosts that nobody here wrote: rclone's server and Apache's mod_dav, each over a folder of this machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.ts";

/** Who may write. */
export const ACCOUNT = { user: "sanlidian", password: "密码 7Kq:x" } as const;

/** A running WebDAV host. */
export interface DavServer {
  readonly port: number;
  /** What it serves, as it lies on the disk. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
};

const answers = async (port: number): Promise<boolean> => {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return true;
  } catch {
    return false;
  }
};

const end = async (process: ChildProcess): Promise<void> => {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, "exit");
  process.kill("SIGTERM");
  await ended;
};

const started = async (
  home: string,
  folder: string,
  start: (port: number) => ChildProcess | Promise<ChildProcess>,
): Promise<DavServer> => {
  const port = await freePort();
  const process = await start(port);
  let said = "";
  process.stderr?.on("data", (part) => {
    said += String(part);
  });
  await until(async () => (await answers(port)) || process.exitCode !== null, "a host to answer");
  if (process.exitCode !== null) throw new Error(`the host did not start: ${said}`);
  return {
    port,
    folder,
    close: async () => {
      await end(process);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const newHome = async (): Promise<readonly [string, string]> => {
  const home = await mkdtemp(join(tmpdir(), "dianbo-host-"));
  const folder = join(home, "files");
  await mkdir(folder);
  return [home, folder];
};

/** `rclone serve webdav`, with a password. */
export const serveRclone = async (): Promise<DavServer> => {
  const [home, folder] = await newHome();
  return await started(home, folder, (port) =>
    spawn(
      "rclone",
      [
        ...["serve", "webdav", folder, "--addr", `127.0.0.1:${port}`, "--dir-cache-time", "0s"],
        ...[
          "--config",
          join(home, "rclone.conf"),
          "--user",
          ACCOUNT.user,
          "--pass",
          ACCOUNT.password,
        ],
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    ),
  );
};

/** `rclone serve http`: what lies in a folder, for anybody to read. */
export const serveFolder = async (folder: string): Promise<DavServer> => {
  const home = await mkdtemp(join(tmpdir(), "dianbo-host-"));
  return await started(home, folder, (port) =>
    spawn(
      "rclone",
      [
        ...["serve", "http", folder, "--addr", `127.0.0.1:${port}`, "--dir-cache-time", "0s"],
        ...["--config", join(home, "rclone.conf")],
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    ),
  );
};

const MODULES = [
  "mpm_event",
  "authn_core",
  "authn_file",
  "authz_core",
  "authz_user",
  "auth_basic",
  "dav",
  "dav_fs",
  "dav_lock",
];

/** Apache's mod_dav, with a password; the folder is open to whoever Apache runs as. */
export const serveApache = async (): Promise<DavServer> => {
  const [home, folder] = await newHome();
  await chmod(home, 0o777);
  await chmod(folder, 0o777);
  const hash = createHash("sha1").update(ACCOUNT.password).digest("base64");
  await writeFile(join(home, "people"), `${ACCOUNT.user}:{SHA}${hash}\n`);
  return await started(home, folder, async (port) => {
    const config = join(home, "apache.conf");
    await writeFile(
      config,
      `ServerRoot ${home}
PidFile ${home}/apache.pid
DefaultRuntimeDir ${home}
Listen 127.0.0.1:${port}
ServerName localhost
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
ErrorLog ${home}/errors
User nobody
Group nogroup
DavLockDB ${home}/locks
DocumentRoot ${folder}
<Directory ${folder}>
  Dav On
  AuthType Basic
  AuthName dianbo
  AuthUserFile ${home}/people
  Require valid-user
</Directory>
`,
    );
    return spawn("apache2", ["-DFOREGROUND", "-f", config], {
      stdio: ["ignore", "ignore", "pipe"],
    });
  });
};
