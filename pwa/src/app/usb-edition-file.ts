/** Where each home carries the USB edition, beside its own page: precached, and fetched only when a stick is made. */
const USB_EDITION_ADDRESS = "./usb/edition.txt";

/** The USB edition as it is written onto a stick; `undefined` where this build carries none. */
export const readUsbEdition = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const answer = await fetch(USB_EDITION_ADDRESS);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
};
