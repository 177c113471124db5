import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const CONFIG = fileURLToPath(new URL("vite.usb.config.ts", import.meta.url));

/**
 * Where a home carries the USB edition: as text, so that nobody opens it as a page of that home;
 * `src/app/usb-edition-file.ts` fetches it from there.
 */
export const USB_EDITION_PLACE = "usb/edition.txt";

/** Builds the USB edition and hands its one page over. */
export const usbEditionPage = async (): Promise<string> => {
  const built = await build({ configFile: CONFIG, logLevel: "warn", build: { write: false } });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const page = outputs.find(({ fileName }) => fileName.endsWith(".html"));
  if (page?.type !== "asset") throw new Error("the USB edition was not built");
  return String(page.source);
};

/** Puts the USB edition into a home, so that it can write sticks with no network. */
export const carriesUsbEdition = (): Plugin => ({
  name: "carries-usb-edition",
  apply: "build",
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: USB_EDITION_PLACE, source: await usbEditionPage() });
  },
});
