import { createContext, useContext } from "react";
import { chosenLanguage } from "../../locales/chosen-language.ts";
import { usbEdition as english } from "../../locales/en/usb-edition.ts";
import { usbEdition } from "../../locales/zh-CN/usb-edition.ts";

/** All words of the USB edition in one language. */
export type UsbWords = typeof usbEdition;

/** The words in the language this browser speaks; the one page holds both. */
export const usbWords = (): UsbWords => (chosenLanguage() === "en" ? english : usbEdition);

const UsbWordsContext = createContext<UsbWords>(usbEdition);

/** Hands the words down. */
export const UsbWordsProvider = UsbWordsContext.Provider;

/** The words of the USB edition. */
export const useUsbWords = (): UsbWords => useContext(UsbWordsContext);
