/**
 * Gives the memory of bytes back at once that nobody reads any more, where the browser can (`transfer`,
 * Chromium 114): else it waits until garbage is looked for. A film runs through memory several times over,
 * and on a small PC what lies about of it is felt. The bytes are gone afterwards; they may not be a view
 * into memory that others use.
 */
export const giveBack = ({ buffer }: Uint8Array<ArrayBuffer>): void => {
  const transfer: unknown = Reflect.get(buffer, "transfer");
  if (typeof transfer === "function") Reflect.apply(transfer, buffer, [0]);
};
