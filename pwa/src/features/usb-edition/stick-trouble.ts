import { civilDateOf } from "@dianbo/shared/clock";
import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useStickHome } from "./stick-facts.ts";
import { useUsbWords } from "./usb-words.ts";

/** How often it is looked whether the stick is back. Milliseconds. */
const EVERY = 2_000;

/** Whether the stick's index can still be loaded: a page from file:// may load scripts and nothing else. */
const stickIsThere = (index: string): Promise<boolean> =>
  new Promise((resolve) => {
    const script = document.createElement("script");
    const settle = (there: boolean): void => {
      script.remove();
      resolve(there);
    };
    script.onload = () => settle(true);
    script.onerror = () => settle(false);
    script.src = index;
    document.head.append(script);
  });

/** Whether the stick was pulled: looked at when a film or picture of it fails, and then until it is back. */
export const useStickPulled = (index: string): boolean => {
  const [pulled, setPulled] = useState(false);
  useEffect(() => {
    const look = (): void => void stickIsThere(index).then((there) => setPulled(!there));
    // Errors of media do not bubble, but they pass the window on their way down.
    const listen = (event: Event): void => {
      if (event.target instanceof HTMLMediaElement || event.target instanceof HTMLImageElement)
        look();
    };
    addEventListener("error", listen, true);
    const timer = pulled ? setInterval(look, EVERY) : undefined;
    return () => {
      removeEventListener("error", listen, true);
      clearInterval(timer);
    };
  }, [index, pulled]);
  return pulled;
};

/** What the host should know about this PC before the evening, in one sentence each. */
export const useHostLines = (): readonly string[] => {
  const { clock } = useDependencies();
  const words = useUsbWords();
  const { stick, isKept } = useStickHome();
  const now = clock.now();
  return [
    ...(isKept() ? [] : [words.host.notKept]),
    ...(now < stick.book.madeAt ? [words.host.clock(civilDateOf(now))] : []),
  ];
};
