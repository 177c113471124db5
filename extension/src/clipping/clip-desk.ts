import type { Library, MediaStore } from "@dianbo/pwa/storage";
import type { Clock } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import type { Inbox } from "../inbox/index.ts";
import type { countHabit } from "./filing-habits.ts";

/** What clipping needs of the outer world. */
export interface ClipDesk {
  readonly inbox: Inbox;
  /**
   * The library, where it lives in the extension: a filed clip goes into it at once. Where a hosted app
   * owns it, clips wait in the inbox to be handed over.
   */
  readonly library: Library | undefined;
  /** The host of the app that owns the library, where it is not the extension. */
  readonly appHost: string | undefined;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /**
   * Counts a filing for the next suggestion, where it is not done here: an offscreen document may not
   * reach the browser's storage.
   */
  readonly countHabit?: typeof countHabit;
}
