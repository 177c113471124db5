import { civilDateOf } from "@dianbo/shared/clock";
import { minutesShown, type RegisteredShowing, type RegisterLine } from "@dianbo/shared/ledger";
import type { Schedule } from "@dianbo/shared/session";
import type { WishRow } from "@dianbo/shared/wish";
import type { Words } from "../../locales/index.ts";
import type { OfficeCell } from "../../office-files/index.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";
import { factsOf, hourOf, wishesOn } from "./showing-facts.ts";

/** A row of the register's table: its cells, and whether it was struck out. */
export interface RegisterRow {
  readonly id: string;
  readonly cells: readonly OfficeCell[];
  /** Why it was struck out, in words. */
  readonly struck: string | undefined;
  readonly title: string;
}

const whyOf = ({ struck }: RegisterLine, words: Words["register"]): string | undefined => {
  if (struck == null) return undefined;
  return struck.reason === "" ? words.struckElsewhere : words.struck(struck.reason);
};

const orNothing = (text: string): OfficeCell => (text === "" ? null : text);

/** The register as the paper form has it (`words.register.columns`): head counts and talk stand on a showing's first row. */
export const registerRows = (
  showings: readonly RegisteredShowing[],
  from: {
    readonly schedule: Schedule;
    readonly menus: LibrarySnapshot["menus"];
    readonly wishes: readonly WishRow[];
  },
  all: Words,
): readonly RegisterRow[] => {
  const words = all.register;
  return showings.flatMap((showing) => {
    const { place, branch } = factsOf(showing, from.schedule, from.menus, all);
    const { report } = showing;
    const told: readonly OfficeCell[] = [
      report?.members ?? null,
      report?.residents ?? null,
      report?.discussion ?? null,
      orNothing(wishesOn(showing.on, from.wishes)),
    ];
    const leading = showing.lines.findIndex(({ struck }) => struck == null);
    return showing.lines.map((line, at): RegisterRow => {
      const why = whyOf(line, words);
      return {
        id: line.id,
        struck: why,
        title: line.title,
        cells: [
          `${civilDateOf(line.startedAt)} ${hourOf(line.startedAt)}`,
          line.number ?? null,
          why === undefined ? line.title : `${line.title}（${why}）`,
          minutesShown(line) ?? null,
          line.by == null ? words.byRoom : words.by[line.by],
          orNothing([line.place ?? place, branch].filter(Boolean).join(" ")),
          ...(at === leading ? told : [null, null, null, null]),
          line.post == null ? null : all.shell.post(line.post),
        ],
      };
    });
  });
};
