/** What is to be known of a pasted row before it is taken. */
export type RosterRemark =
  /** The same name stands in the same branch of the table already: two people, or a slip. */
  | "twice"
  /** The branch has this name already. */
  | "held"
  /** A character that many computers cannot draw. */
  | "rare"
  /** No name: a number, a sentence. It is left out. */
  | "no-name";

/** One row of a pasted roster. */
export interface RosterRow {
  /** The table's own row, from 0. */
  readonly line: number;
  readonly name: string;
  /** The branch as the table says it; empty where it says none. */
  readonly branch: string;
  readonly remark: RosterRemark | undefined;
}

/** A pasted roster as it was understood. */
export interface PastedRoster {
  readonly rows: readonly RosterRow[];
  /** Columns that were not taken: everything but name and branch. */
  readonly dropped: readonly string[];
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** 「王 芳」 is written with a space to stand under names of three; names of other peoples keep theirs. */
const tidyName = (text: string): string =>
  plain(text)
    .replace(/[\s\u3000]+(?=\p{Script=Han})/gu, "")
    .replace(/[•‧∙・.．]/gu, "·");

const NAME_HEAD = /^(?:党员)?(?:姓名|名字|成员|人员|name)$/iu;
const BRANCH_HEAD = /支部|党组织|branch/iu;
const SUM = /^(?:合计|小计|总计|共计|序号?|备注)$/u;

/** Whether a cell can be somebody's name: letters and dots, no figures, no sentence. */
const isName = (name: string): boolean => {
  const length = [...name].length;
  return (
    length >= 2 && length <= 30 && /^[\p{L}\p{M}\p{Co}〇·' -]+$/u.test(name) && !SUM.test(name)
  );
};

/** Private-use characters, and those beyond the 20,000 that every computer draws. */
const isRare = (name: string): boolean =>
  [...name].some(
    (letter) => /[\p{Co}\p{Script=Han}]/u.test(letter) && !/[\u4e00-\u9fa5〇]/u.test(letter),
  );

interface Columns {
  readonly name: number;
  readonly branch: number | undefined;
  readonly from: number;
  readonly heads: readonly string[];
}

const columnsOf = (rows: readonly (readonly string[])[]): Columns => {
  for (const [at, row] of rows.slice(0, 12).entries()) {
    const heads = row.map((cell) => plain(cell).replace(/\s/gu, ""));
    const name = heads.findIndex((head) => NAME_HEAD.test(head));
    if (name < 0) continue;
    const branch = heads.findIndex((head, place) => place !== name && BRANCH_HEAD.test(head));
    return { name, branch: branch < 0 ? undefined : branch, from: at + 1, heads };
  }
  // Without heads, the column with most names in it.
  const width = Math.max(0, ...rows.map((row) => row.length));
  const scores = Array.from(
    { length: width },
    (_, at) =>
      rows.filter(
        (row) => isName(tidyName(row[at] ?? "")) && [...tidyName(row[at] ?? "")].length <= 4,
      ).length,
  );
  const name = Math.max(0, scores.indexOf(Math.max(...scores, 0)));
  const branch = Array.from({ length: width }, (_, at) => at).find(
    (at) =>
      at !== name && rows.filter((row) => /支部/u.test(row[at] ?? "")).length * 2 > rows.length,
  );
  return { name, branch, from: 0, heads: [] };
};

/**
 * Reads a roster from a table's rows: name and branch are taken, whatever else stands there is not. `held` says
 * whether a branch (by the table's word for it, empty for the chosen one) has a name already.
 */
export const readRoster = (
  rows: readonly (readonly string[])[],
  held: (name: string, branch: string) => boolean,
): PastedRoster => {
  const { name: nameAt, branch: branchAt, from, heads } = columnsOf(rows);
  const seen = new Set<string>();
  let branch = "";
  const read = rows.flatMap((row, line): readonly RosterRow[] => {
    if (line < from) return [];
    const name = tidyName(row[nameAt] ?? "");
    // A branch that is written once, above or in a merged cell, holds until the next.
    const own = branchAt === undefined ? "" : plain(row[branchAt] ?? "");
    if (own !== "") branch = own;
    if (name === "" || NAME_HEAD.test(name) || SUM.test(name)) return [];
    const key = `${branch}\n${name}`;
    const remark = !isName(name)
      ? "no-name"
      : held(name, branch)
        ? "held"
        : seen.has(key)
          ? "twice"
          : isRare(name)
            ? "rare"
            : undefined;
    seen.add(key);
    return [{ line, name, branch, remark }];
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  const dropped = Array.from({ length: width }, (_, at) => at).filter(
    (at) =>
      at !== nameAt &&
      at !== branchAt &&
      !/^(?:序号?|no\.?|#)?$/iu.test(heads[at] ?? "") &&
      rows.some((row) => (row[at] ?? "").trim() !== ""),
  );
  return {
    rows: read,
    dropped: dropped.map((at) => heads[at] ?? "").filter((head) => head !== ""),
  };
};
