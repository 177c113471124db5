import {
  answerShowing,
  headCountSchema,
  type ReportedShowing,
  reportIdOf,
  skipShowing,
} from "@dianbo/shared/ledger";
import { ok } from "@dianbo/shared/result";
import { noteWishes, readWishes } from "@dianbo/shared/wish";
import { useState } from "react";
import * as v from "valibot";
import { useDependencies, useIdentity } from "../library-context.tsx";
import { registerOf, useSiteTime, wishesOf } from "../site-records.ts";

/** What stands in the card's fields. */
export interface CardDraft {
  readonly members: string;
  readonly residents: string;
  readonly discussion: string;
  /** One wish a line. */
  readonly wishes: string;
}

/** The card at work. */
export interface Card {
  readonly draft: CardDraft;
  readonly problem: "nothing" | "not-a-count" | "wish-too-long" | "not-kept" | undefined;
  change(part: Partial<CardDraft>): void;
  /** Keeps it; whether it was kept. */
  keep(): Promise<boolean>;
  /** Puts it away unanswered. */
  skip(): Promise<boolean>;
}

const countOf = (typed: string): number | undefined | "wrong" => {
  const text = typed.trim();
  if (text === "") return undefined;
  const count = v.safeParse(headCountSchema, Number(text.normalize("NFKC")));
  return count.success ? count.output : "wrong";
};

/** The card after a showing: counts and a line into the register, wishes to the wishes, as one step each. */
export const useCard = (showing: ReportedShowing): Card => {
  const { library, clock, newId } = useDependencies();
  const { site, post } = useIdentity();
  const { date } = useSiteTime();
  const known = registerOf(library.snapshot().records, site).reports.get(reportIdOf(showing, site));
  const [draft, setDraft] = useState<CardDraft>({
    members: known?.members == null ? "" : String(known.members),
    residents: known?.residents == null ? "" : String(known.residents),
    discussion: known?.discussion ?? "",
    wishes: "",
  });
  const [problem, setProblem] = useState<Card["problem"]>();
  const refuse = (why: NonNullable<Card["problem"]>): false => {
    setProblem(why);
    return false;
  };
  return {
    draft,
    problem,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      setProblem(undefined);
    },
    keep: async () => {
      const members = countOf(draft.members);
      const residents = countOf(draft.residents);
      if (members === "wrong" || residents === "wrong") return refuse("not-a-count");
      const { wishes, tooLong } = readWishes(draft.wishes);
      if (tooLong.length > 0) return refuse("wish-too-long");
      const isEmpty = members === undefined && residents === undefined;
      if (isEmpty && draft.discussion.trim() === "" && wishes.length === 0) {
        return refuse("nothing");
      }
      const kept = await library.apply(({ snapshot }) => {
        const answered = answerShowing(
          showing,
          { members, residents, discussion: draft.discussion },
          registerOf(snapshot.records, site).reports.get(reportIdOf(showing, site)),
          { site, post, now: clock.now() },
        );
        const noted =
          wishes.length === 0
            ? []
            : noteWishes(wishes, wishesOf(snapshot.records, site).rows, date, newId).puts;
        return ok({ ...answered, puts: [...answered.puts, ...noted] });
      });
      return kept.ok || refuse("not-kept");
    },
    skip: async () => {
      const kept = await library.apply(() => ok(skipShowing(showing, site)));
      return kept.ok || refuse("not-kept");
    },
  };
};
