import type { StageOrder } from "../key-meaning.ts";
import type { AudienceView } from "./audience-view.ts";
import type { ProjectorWindow } from "./projector-window.ts";
import type { Report, Settings, ToHost, ToProjector } from "./window-messages.ts";
import type { WindowWire } from "./window-wire.ts";

/** What the host is told in one line about the projector's window. */
export type HostLine =
  /** It came up and does not fill its screen yet. */
  | "drag"
  /** The browser let no window open. */
  | "not-let"
  /** It was closed by hand; the picture is here again. */
  | "closed"
  /** The second screen is gone; the picture is here again. */
  | "unplugged"
  /** The second screen is back, and the browser wants a key for the window. */
  | "plugged-in"
  /** It plays once somebody clicks into it. */
  | "needs-touch"
  /** 「今晚能放吗」 was asked, and nobody knows for which menu. */
  | "which-menu"
  /** This window is a second one of the room; the first is the host's. */
  | "other-room";

/** The projector as the host's window knows it. */
export interface ProjectorState {
  /** The audience's picture is in the other window; this one shows the host's screen. */
  readonly shown: boolean;
  readonly report: Report | undefined;
  /** When the report was heard, by the clock of `HostMeans`. */
  readonly reportedAt: number;
  readonly line: HostLine | undefined;
}

/** What the room does with what comes from the projector's window. */
export interface HostActs {
  /** It is there: what it already shows, if anything, and how far. Called before `shown` becomes true. */
  onShown(view: AudienceView | undefined, report: Report): void;
  /** The picture comes back to this window at that second. Called before `shown` becomes false. */
  onLost(seconds: number | undefined): void;
  onMessage(message: Exclude<ToHost, { type: "here" | "report" | "gone" | "needs-touch" }>): void;
}

/** What the host's side needs of the world. */
export interface HostMeans {
  readonly wire: WindowWire<ToProjector>;
  readonly window: ProjectorWindow;
  /** Milliseconds. Where the PC's clock is set meanwhile, a silent window is asked or given up too early, and comes back. */
  readonly now: () => number;
  readonly isExtended: () => boolean | undefined;
}

/** After so much silence the projector's window is asked, and after so much more given up. Milliseconds. */
const ASK_AFTER = 2_000;
const GIVE_UP_AFTER = 6_000;

const ALONE: ProjectorState = { shown: false, report: undefined, reportedAt: 0, line: undefined };

/** The host's side of the two windows: who is there, what is said, what happens when the projector goes. */
export class ProjectorHost {
  readonly #means: HostMeans;
  readonly #acts: HostActs;
  readonly #listeners = new Set<() => void>();
  #state = ALONE;
  #heardAt = 0;
  #askedAt = 0;
  #extended: boolean | undefined;
  /** The second screen was pulled out while the projector's window was on it: it comes back with it. */
  #comesBack = false;
  #opening = false;

  constructor(means: HostMeans, acts: HostActs) {
    this.#means = means;
    this.#acts = acts;
    this.#extended = means.isExtended();
    means.wire.say({ type: "host-here" });
  }

  readonly state = (): ProjectorState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the projector's window says. */
  hear(message: ToHost): void {
    this.#heardAt = this.#means.now();
    this.#askedAt = this.#heardAt;
    switch (message.type) {
      case "here":
        // Only what is pulled out from now on is the projector's.
        this.#extended = this.#means.isExtended();
        this.#acts.onShown(message.view, message.report);
        this.#comesBack = false;
        this.#set({ ...this.#reported(message.report), shown: true });
        return;
      case "report":
        // Given up too early, or before this window was opened: it is still there.
        if (this.#state.shown) this.#set(this.#reported(message.report));
        else this.#means.wire.say({ type: "host-here" });
        return;
      case "gone":
        this.#lose("closed");
        return;
      case "needs-touch":
        this.#set({ ...this.#state, line: "needs-touch" });
        return;
      case "happened":
      case "key":
      case "host-key":
      case "picture":
        this.#acts.onMessage(message);
        return;
    }
  }

  /** To be called twice a second: is the window still there, is the second screen? */
  look(): void {
    const { now, isExtended, window, wire } = this.#means;
    const before = this.#extended;
    this.#extended = isExtended();
    if (this.#state.shown) {
      if (before === true && this.#extended === false) {
        this.#comesBack = true;
        this.#lose("unplugged");
        this.close();
      } else if (window.isClosed()) this.#lose("closed");
      else this.#listenForLife(now(), wire);
      return;
    }
    if (before === false && this.#extended === true && this.#comesBack) {
      void this.#comeBack();
    }
  }

  /** A key or a click in the host's window: what the browser allows only then. */
  touched(): void {
    if (this.#comesBack && this.#extended === true && !this.#state.shown) void this.#comeBack();
    const { report } = this.#state;
    if (!this.#state.shown || report === undefined || report.full) return;
    if (this.#means.window.isElsewhere(report.middle)) this.#means.window.fill();
  }

  /** Opens the projector's window; to be called from a key or a click. */
  async open(mayAsk: boolean): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    const opened = await this.#means.window.open(mayAsk);
    this.#opening = false;
    this.#set({ ...this.#state, line: opened ? this.#state.line : "not-let" });
  }

  /** Takes the picture back into the host's window. */
  close(): void {
    this.#means.wire.say({ type: "close" });
    this.#means.window.close();
    if (this.#state.shown) this.#lose(undefined);
  }

  /** Draws this on the projector. */
  show(view: AudienceView, settings: Settings): void {
    if (this.#state.shown) this.#means.wire.say({ type: "show", view, settings });
  }

  /** Tells the film, article or card on the projector what to do. */
  order(turn: number, order: StageOrder): void {
    this.#means.wire.say({ type: "order", turn, order });
  }

  /** The line has been read. */
  putLineAway(): void {
    this.#set({ ...this.#state, line: undefined });
  }

  /** Where the film on the projector has got to by now, in seconds. */
  seconds(turn: number): number | undefined {
    const { report } = this.#state;
    return report?.turn === turn ? report.seconds : undefined;
  }

  #listenForLife(now: number, wire: WindowWire<ToProjector>): void {
    if (now - this.#heardAt > GIVE_UP_AFTER) this.#lose("closed");
    else if (now - this.#askedAt > ASK_AFTER) {
      this.#askedAt = now;
      wire.say({ type: "host-here" });
    }
  }

  async #comeBack(): Promise<void> {
    await this.open(false);
    if (this.#state.line === "not-let") this.#set({ ...this.#state, line: "plugged-in" });
  }

  #reported(report: Report): ProjectorState {
    const touched = this.#state.line === "needs-touch" && report.seconds > 0;
    const dragging = report.full ? undefined : "drag";
    const waits = this.#state.line === "needs-touch" && !touched;
    return {
      ...this.#state,
      report,
      reportedAt: this.#means.now(),
      line: waits ? "needs-touch" : dragging,
    };
  }

  #lose(line: HostLine | undefined): void {
    if (!this.#state.shown) return;
    this.#acts.onLost(this.#state.report?.seconds);
    this.#set({ ...ALONE, line });
  }

  #set(state: ProjectorState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
