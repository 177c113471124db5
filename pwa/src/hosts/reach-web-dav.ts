import { openWebDav, type WebDav } from "@dianbo/shared/webdav";
import { parseXml } from "./parse-xml.ts";
import { sendBounded } from "./send-bounded.ts";

/** Who asks a WebDAV host. */
export interface DavAccount {
  /** As `davFolder` gives it. */
  readonly folder: string;
  /** Empty where the host asks for none. */
  readonly user: string;
  readonly password: string;
}

const basic = (user: string, password: string): string => {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
};

/** A folder of a WebDAV host, asked by this browser; `stop` breaks off whatever is under way. */
export const reachWebDav = ({ folder, user, password }: DavAccount, stop?: AbortSignal): WebDav =>
  openWebDav(folder, {
    parse: parseXml,
    send: (request) =>
      sendBounded(
        {
          ...request,
          headers: {
            ...request.headers,
            ...(user === "" && password === "" ? {} : { Authorization: basic(user, password) }),
          },
        },
        stop,
      ),
  });
