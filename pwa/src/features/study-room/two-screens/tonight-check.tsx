import type { SetMenu } from "@dianbo/shared/set-menu";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { loadTonightReport } from "../../../app/tonight-report.ts";
import { chosenLanguage } from "../../../locales/chosen-language.ts";
import { useOfficeAddress } from "../office-address.ts";
import { readKey } from "../room-keys.ts";
import host from "./host.module.css";
import { HostButton } from "./host-button.tsx";
import styles from "./tonight-check.module.css";
import { useTwoScreensWords } from "./words.ts";

const preFlightWords = async () =>
  chosenLanguage() === "en"
    ? (await import("../../../locales/en/pre-flight.ts")).preFlight
    : (await import("../../../locales/zh-CN/pre-flight.ts")).preFlight;

const Report = lazy(async () => {
  const [TonightReport, words] = await Promise.all([loadTonightReport(), preFlightWords()]);
  return {
    default: ({ menu }: { readonly menu: SetMenu }): ReactNode => {
      const office = useOfficeAddress();
      return (
        <TonightReport
          menu={menu}
          words={words}
          office={office === undefined ? undefined : `${office}#/pre-flight/${menu.id}`}
        />
      );
    },
  };
});

const DOORS = "a[href], button:not(:disabled)";

/** The keys while it is open: arrows go from button to button, a digit puts it away and begins a number. */
const usePanelKeys = (onClose: () => void) => {
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const step = (by: 1 | -1): void => {
      const doors = [...(panel.current?.querySelectorAll<HTMLElement>(DOORS) ?? [])];
      const here = document.activeElement;
      const at = here instanceof HTMLElement ? doors.indexOf(here) : -1;
      const next = at === -1 && by === -1 ? doors.length - 1 : at + by;
      doors[(next + doors.length) % doors.length]?.focus();
    };
    const listen = (event: KeyboardEvent): void => {
      const key = readKey(event);
      if (key === undefined) return;
      if (key.type === "digit") {
        close.current();
        return;
      }
      const { target } = event;
      const isPress = key.type === "enter" || key.type === "space";
      if (isPress && target instanceof HTMLElement && target.matches(DOORS)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (key.type === "escape" || key.type === "back") close.current();
      if (key.type === "up-down" || key.type === "page") step(key.by);
    };
    // Before the room's own keys.
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
  return panel;
};

/** 「今晚能放吗」 in the room, for the host and before people come: in the keypad's place, or on the host's screen. */
export const TonightCheck = ({
  menu,
  wide,
  onClose,
}: {
  readonly menu: SetMenu;
  /** In the room's one window, and not within the host's screen. */
  readonly wide: boolean;
  readonly onClose: () => void;
}) => {
  const words = useTwoScreensWords();
  const panel = usePanelKeys(onClose);
  return (
    <main
      ref={panel}
      className={`${styles["tonight"]} ${wide ? `${styles["wide"]} near room` : host["now"]}`}
    >
      <Suspense>
        <Report key={menu.id} menu={menu} />
      </Suspense>
      <p className={styles["away"]}>
        <span>
          <kbd className="kbd">↑ ↓</kbd>
          <kbd className="kbd">Enter</kbd>
        </span>
        <HostButton look="edge" onPress={onClose}>
          {words.putAway}
          <kbd className="kbd">Esc</kbd>
        </HostButton>
      </p>
    </main>
  );
};
