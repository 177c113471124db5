import { err, ok, type Result } from "../result/index.ts";
import { channelFolder, type WrongAddress } from "./web-address.ts";

/** A channel on the web, as a publisher passes it on. */
export interface ChannelLink {
  /** The folder, with a slash at its end. */
  readonly address: string;
  /** The publisher's Ed25519 key in hexadecimal, where the link names it. */
  readonly key: string | undefined;
}

/** Behind `#` nothing is sent to the host: the key is between the publisher and the subscriber. */
const MARK = /#dianbo(?:=([^#]*))?$/u;
const KEY = /^[0-9a-f]{64}$/u;

/**
 * A channel's address with its publisher's key, as one address: a phone without the app opens the page that
 * people read there, the app subscribes and knows whose signature to expect.
 */
export const channelLink = ({ address, key }: ChannelLink): string =>
  `${address}index.html#dianbo${key === undefined ? "" : `=${key}`}`;

/** Whether a text, off a QR code or out of a chat, is such a link; whether it is whole, reading it tells. */
export const isChannelLink = (text: string): boolean =>
  /^\s*https?:\/\//iu.test(text) && MARK.test(text.trim());

/**
 * Reads what a person typed, pasted or showed: a link of `channelLink`, or an address without a key. A link
 * that was cut within its key is none. `home` is the app's own host.
 */
export const readChannelLink = (
  typed: string,
  home?: string,
): Result<ChannelLink, WrongAddress> => {
  const folder = channelFolder(typed, home);
  if (!folder.ok) return folder;
  const key = MARK.exec(typed.trim())?.[1];
  if (key !== undefined && !KEY.test(key)) return err({ type: "no-address" });
  return ok({ address: folder.value, key });
};
