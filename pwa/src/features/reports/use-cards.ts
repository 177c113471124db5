import {
  CARD_LENGTH,
  type Card,
  type CardChange,
  type CardProblem,
  readCard,
  readKeptCards,
  takeCards,
} from "@dianbo/shared/report";
import { useEffect, useRef, useState } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { sha512 } from "../../app/site-key.ts";

const MEMO = "report-cards";
/** The cards themselves, apart from what is typed beside them. */
const KEPT = "report-cards-kept";

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

/** What the last opening, or the last taking away, came to. */
interface CardNews {
  readonly refused: readonly RefusedFile[];
  readonly replaced: readonly CardChange[];
  readonly older: readonly CardChange[];
  /** Cards that were just taken away and can be put back. */
  readonly taken: readonly Card[];
}
const NO_NEWS: CardNews = { refused: [], replaced: [], older: [], taken: [] };

/** Cards that were opened, beside who is waited for. Both are kept on this PC until somebody takes them away. */
export const useCards = (): CardNews & {
  readonly cards: readonly Card[];
  /** Names of sites that signed by another key than before. */
  readonly otherKeys: readonly string[];
  readonly expected: string;
  open(files: readonly File[]): Promise<void>;
  remove(gone: readonly Card[]): void;
  /** Puts back what was just taken away. */
  putBack(): void;
  expect(names: string): void;
} => {
  const { library } = useDependencies();
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [news, setNews] = useState(NO_NEWS);
  const [memo, setMemo] = useState<CardMemo>({ expected: "", keys: {} });
  // Files are still being read while somebody types: all change what stands there by then.
  const latest = useRef(memo);
  const held = useRef(cards);
  const hold = (next: readonly Card[]): void => {
    held.current = next;
    setCards(next);
  };
  useEffect(() => {
    let left = false;
    void library.readMemo(MEMO).then((kept) => {
      const read = v.safeParse(memoSchema, kept);
      if (left || !read.success) return;
      latest.current = read.output;
      setMemo(read.output);
    });
    void library.readMemo(KEPT).then((kept) => {
      if (left) return;
      held.current = takeCards(readKeptCards(kept), held.current).cards;
      setCards(held.current);
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
  const keepCards = (next: readonly Card[]): void => {
    hold(next);
    void library.writeMemo(KEPT, next);
  };
  return {
    ...news,
    cards,
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
      const refused: RefusedFile[] = [];
      for (const file of files) {
        const text = file.size > CARD_LENGTH * 4 ? "" : await file.text();
        const card = await readCard(text, sha512);
        if (card.ok) read.push(card.value);
        else refused.push({ name: file.name, problem: card.error.type });
      }
      const { cards: next, replaced, older } = takeCards(held.current, read);
      keepCards(next);
      setNews({ refused, replaced, older, taken: [] });
      const seen = Object.fromEntries(read.map((card) => [card.siteName, card.publicKey]));
      keep({ keys: { ...seen, ...latest.current.keys } });
    },
    remove: (gone) => {
      keepCards(held.current.filter((card) => !gone.includes(card)));
      setNews({ ...NO_NEWS, taken: gone });
    },
    putBack: () => {
      keepCards(takeCards(held.current, news.taken).cards);
      setNews(NO_NEWS);
    },
    expect: (names) => keep({ expected: names }),
  };
};
