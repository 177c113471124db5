import {
  CARD_LENGTH,
  type Card,
  type CardProblem,
  newestCards,
  readCard,
} from "@dianbo/shared/report";
import { useEffect, useRef, useState } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { sha512 } from "../../app/site-key.ts";

const MEMO = "report-cards";

const memoSchema = v.object({
  /** Names of the sites that report, as they were typed. */
  expected: v.string(),
  /** The key under which each name was first seen on this PC. */
  keys: v.record(v.string(), v.string()),
});
type CardMemo = v.InferOutput<typeof memoSchema>;

/** A file that was opened and is no card that counts. */
export interface RefusedFile {
  readonly name: string;
  readonly problem: CardProblem["type"];
}

/** Cards as they are opened, beside who is waited for. They are kept nowhere; opened anew they are there again. */
export const useCards = (): {
  readonly cards: readonly Card[];
  readonly refused: readonly RefusedFile[];
  /** Names of sites that signed by another key than before. */
  readonly otherKeys: readonly string[];
  readonly expected: string;
  open(files: readonly File[]): Promise<void>;
  expect(names: string): void;
} => {
  const { library } = useDependencies();
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [memo, setMemo] = useState<CardMemo>({ expected: "", keys: {} });
  // Files are still being read while somebody types: both change what stands there by then.
  const latest = useRef(memo);
  useEffect(() => {
    let left = false;
    void library.readMemo(MEMO).then((kept) => {
      const read = v.safeParse(memoSchema, kept);
      if (left || !read.success) return;
      latest.current = read.output;
      setMemo(read.output);
    });
    return () => {
      left = true;
    };
  }, [library]);
  const keep = (edits: Partial<CardMemo>): void => {
    const next = { ...latest.current, ...edits };
    latest.current = next;
    setMemo(next);
    void library.writeMemo(MEMO, next);
  };
  return {
    cards,
    refused,
    otherKeys: [
      ...new Set(
        cards.flatMap(({ siteName, publicKey }) =>
          (memo.keys[siteName] ?? publicKey) === publicKey ? [] : [siteName],
        ),
      ),
    ],
    expected: memo.expected,
    open: async (files) => {
      const read: Card[] = [];
      const not: RefusedFile[] = [];
      for (const file of files) {
        const text = file.size > CARD_LENGTH * 4 ? "" : await file.text();
        const card = await readCard(text, sha512);
        if (card.ok) read.push(card.value);
        else not.push({ name: file.name, problem: card.error.type });
      }
      setCards((before) => newestCards([...before, ...read]));
      setRefused(not);
      const seen = Object.fromEntries(read.map((card) => [card.siteName, card.publicKey]));
      keep({ keys: { ...seen, ...latest.current.keys } });
    },
    expect: (names) => keep({ expected: names }),
  };
};
