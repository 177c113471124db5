/** What the paired app's address means to the browser: leave, matching pages, and who may speak. */

const folderOf = (address: string): string => new URL(".", address).href.replace(/[?#].*$/u, "");

/** The pattern that leave is asked for: the app's host, and no other. */
export const leaveOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};

/** The pattern of the app's own pages, folder included. */
export const pagesOf = (address: string): string => `${folderOf(address)}*`;

/** The same for browsers whose patterns name no port (Firefox); who speaks is checked in any case. */
export const pagesWithoutPort = (address: string): string => {
  const { protocol, hostname, pathname } = new URL(folderOf(address));
  return `${protocol}//${hostname}${pathname}*`;
};

/** What is known of whoever opened a port. */
export interface PortSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: unknown;
}

/** Whether a port was opened by our own relay in the top frame of a page of the paired app. */
export const isPairedPage = (
  sender: PortSender | undefined,
  own: string,
  address: string | undefined,
): boolean =>
  sender !== undefined &&
  address !== undefined &&
  sender.id === own &&
  sender.frameId === 0 &&
  sender.tab !== undefined &&
  (sender.origin === undefined || sender.origin === new URL(address).origin) &&
  sender.url?.startsWith(folderOf(address)) === true;
