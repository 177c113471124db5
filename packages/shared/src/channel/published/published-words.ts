import type { CoursewareKind } from "../../courseware/index.ts";

/** The words of what people and other programs read of a channel, in the publisher's language. */
export interface PublishedWords {
  /** As BCP 47 names it. */
  readonly language: string;
  readonly kinds: Readonly<Record<CoursewareKind, string>>;
  readonly minutes: (minutes: number) => string;
  /** Who gave it out, which release it is, on which day. */
  readonly facts: (publisher: string, release: number, day: string) => string;
  readonly count: (items: number) => string;
  /** Under the title, where all items stand below. */
  readonly all: string;
  /** Under the title, where only the newest do. */
  readonly newest: (shown: number, all: number) => string;
  /** How a site subscribes, before its address. */
  readonly howTo: string;
  /** In place of an address that nobody has told. */
  readonly thisAddress: string;
  readonly columns: {
    readonly title: string;
    readonly kind: string;
    readonly publisher: string;
    readonly minutes: string;
  };
}
