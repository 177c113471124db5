import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import * as v from "valibot";
import { hasHost } from "../../../app/room-lock.ts";
import { PROJECTOR_HASH } from "../beside.ts";
import { enterFullScreen } from "../full-screen.ts";
import { type Room, useRoomKeys, useRoomOf } from "../use-room.ts";
import { type AudienceView, stateOfView } from "./audience-view.ts";
import { useHostKeys } from "./host-keys.ts";
import { fillsScreen, obeyOpener, tellOpener } from "./projector-window.ts";
import { middleOfWindow } from "./screens.ts";
import { stageEventSchema } from "./stage-event.ts";
import { asWindow } from "./window-lock.ts";
import {
  type Report,
  type ToHost,
  type ToProjector,
  toProjectorSchema,
} from "./window-messages.ts";
import { openWire, type WindowWire } from "./window-wire.ts";

/** How often the host hears how far a film is, and how it looks. Milliseconds. */
const REPORT = 250;
const PICTURE = 1_000;
/** Every so many reports one is sent although nothing runs. */
const ANYWAY = 4;
/** Width of the small picture. Pixels. */
const SMALL = 640;
/** How long it stands there that no host's window is open. Milliseconds. */
const ALONE_STAYS = 10_000;

/** The room on the projector. */
export interface Projector {
  readonly room: Room;
  readonly view: AudienceView | undefined;
  /** The window fills its screen. */
  readonly full: boolean;
  /** Nothing is drawn any more: the picture is in the host's window, this one closes. */
  readonly closing: boolean;
  /** The place of the stage in the page; its film is looked at for the report. */
  readonly stage: RefObject<HTMLDivElement | null>;
  /** A key was pressed here, and no window of the host's is open. */
  readonly alone: boolean;
  /** Somebody clicked into the window: it fills its screen, and the browser lets it play. */
  readonly touched: () => void;
}

/** Keys that are pressed here while no host's window is open: it is said, and Enter makes this window the room. */
const useAlone = (): {
  readonly alone: boolean;
  readonly pressed: (enter: boolean) => void;
  readonly heard: () => void;
} => {
  const [alone, setAlone] = useState(false);
  useEffect(() => {
    if (!alone) return;
    const timer = setTimeout(() => setAlone(false), ALONE_STAYS);
    return () => clearTimeout(timer);
  }, [alone]);
  const becomeRoom = (): void => {
    if (location.hash !== PROJECTOR_HASH) return;
    history.replaceState(null, "", location.pathname);
    location.reload();
  };
  return {
    alone,
    heard: () => setAlone(false),
    pressed: (enter) =>
      void hasHost().then((there) => {
        if (!there && alone && enter) becomeRoom();
        else setAlone(!there);
      }),
  };
};

/** Draws what the host's window says, and tells it what happens here. The one state is the host's. */
export const useProjector = (): Projector => {
  const [view, setView] = useState<AudienceView>();
  const [closing, setClosing] = useState(false);
  const [full, setFull] = useState(fillsScreen);
  const stage = useRef<HTMLDivElement>(null);
  const wire = useRef<WindowWire<ToHost>>(undefined);
  const shownView = useRef(view);
  /** What is on is over and the host, who was being opened anew, has not heard it. */
  const unheard = useRef<Extract<ToHost, { type: "happened" }>>(undefined);
  /** The browser has refused to play: a click into this window lets it. */
  const untouched = useRef(false);
  const say = (message: ToHost): void => wire.current?.say(message);

  const happen = (event: unknown): void => {
    const happened = v.safeParse(stageEventSchema, event);
    if (!happened.success) return;
    const { output } = happened;
    // A key in the other window does not help: the browser wants one in this.
    if (output.type === "say" && output.saying.type === "key-for-sound") {
      untouched.current = true;
      say({ type: "needs-touch" });
      return;
    }
    const message: ToHost = { type: "happened", turn: view?.turn ?? 0, event: output };
    if (output.type === "next") unheard.current = message;
    say(message);
  };
  const { alone, pressed, heard } = useAlone();
  const drawn = useRoomOf(stateOfView(view), happen);
  const room: Room = {
    ...drawn,
    press: (key) => {
      say({ type: "key", key });
      pressed(key.type === "enter");
    },
  };
  useRoomKeys(room.press);
  useHostKeys((key) => {
    say({ type: "host-key", key });
    pressed(false);
  });

  const reportNow = useRef((): Report | undefined => undefined);
  const obey = (message: ToProjector): void => {
    switch (message.type) {
      case "host-here": {
        heard();
        tellOpener();
        const report = reportNow.current();
        if (report === undefined) return;
        say({ type: "here", view: shownView.current, report });
        if (unheard.current?.turn === shownView.current?.turn && unheard.current !== undefined) {
          say(unheard.current);
        }
        return;
      }
      case "show":
        // From then on they are changed here: what comes later may be older than what was just set.
        if (shownView.current === undefined) {
          room.loudness.current = message.settings.loudness;
          room.points.current = message.settings.points;
          room.speed.current = message.settings.speed;
        }
        setView(message.view);
        return;
      case "order":
        if (message.turn === view?.turn) room.controls.current?.obey(message.order);
        return;
      case "close":
        // The stage goes first, so that the register has its minutes.
        setClosing(true);
        return;
    }
  };
  const latest = useRef(obey);
  useLayoutEffect(() => {
    latest.current = obey;
    shownView.current = view;
    reportNow.current = () => reportOf(room, view, stage.current);
  });
  const closed = useRef(false);
  useEffect(() => {
    if (!closing) return;
    closed.current = true;
    say({ type: "gone" });
    const timer = setTimeout(() => close());
    return () => clearTimeout(timer);
  });

  useEffect(() => {
    const ended = new AbortController();
    asWindow("projector", () =>
      ended.signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => ended.signal.addEventListener("abort", () => resolve())),
    );
    return () => ended.abort();
  }, []);

  useEffect(() => {
    const opened = openWire<ToHost, ToProjector>(toProjectorSchema, (message) => {
      if (!closed.current) latest.current(message);
    });
    wire.current = opened;
    const report = reportNow.current();
    if (report !== undefined) opened.say({ type: "here", report });
    tellOpener();
    const letGo = obeyOpener();
    // A page that is being closed lives on for a moment, and must not answer any more.
    const gone = (): void => {
      opened.say({ type: "gone" });
      closed.current = true;
    };
    const back = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return;
      closed.current = false;
      const now = reportNow.current();
      if (now !== undefined) opened.say({ type: "here", report: now });
    };
    window.addEventListener("pagehide", gone);
    window.addEventListener("pageshow", back);
    return () => {
      window.removeEventListener("pagehide", gone);
      window.removeEventListener("pageshow", back);
      letGo();
      opened.close();
    };
  }, []);

  useReports(reportNow, stage, (message) => {
    if (message.type === "report") setFull(message.report.full);
    if (!closed.current) say(message);
  });
  const touched = (): void => {
    if (!fillsScreen() && document.fullscreenEnabled) enterFullScreen();
    if (!untouched.current) return;
    untouched.current = false;
    happen({ type: "pause", paused: false });
  };
  return { room, view, full, closing, stage, alone, touched };
};

const filmIn = (stage: HTMLElement | null): HTMLVideoElement | undefined =>
  stage?.querySelector("video") ?? undefined;

const finite = (seconds: number | undefined): number =>
  seconds !== undefined && Number.isFinite(seconds) ? Math.max(0, seconds) : 0;

const reportOf = (
  room: Room,
  view: AudienceView | undefined,
  stage: HTMLElement | null,
): Report => {
  return {
    turn: view?.turn ?? 0,
    seconds: finite(room.controls.current?.seconds() ?? view?.place.seconds),
    length: finite(filmIn(stage)?.duration),
    settings: {
      loudness: room.loudness.current,
      points: room.points.current,
      speed: room.speed.current,
    },
    full: fillsScreen(),
    middle: middleOfWindow(),
  };
};

/** Tells the host how far the film is, and sends it a small picture of it. */
const useReports = (
  reportNow: RefObject<() => Report | undefined>,
  stage: RefObject<HTMLElement | null>,
  say: (message: ToHost) => void,
): void => {
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      const report = reportNow.current();
      const running = filmIn(stage.current)?.paused === false;
      if (report !== undefined && (running || count % ANYWAY === 0)) {
        latest.current({ type: "report", report });
      }
    }, REPORT);
    const picturing = setInterval(() => {
      const film = filmIn(stage.current);
      if (film === undefined || film.readyState < film.HAVE_CURRENT_DATA || film.videoWidth === 0) {
        return;
      }
      createImageBitmap(film, { resizeWidth: SMALL })
        .then((bitmap) => latest.current({ type: "picture", bitmap }))
        // A film that is just going has no picture; the next one has.
        .catch(() => undefined);
    }, PICTURE);
    return () => {
      clearInterval(timer);
      clearInterval(picturing);
    };
  }, [reportNow, stage]);
};
