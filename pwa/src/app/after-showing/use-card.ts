import {
  answerShowing,
  changesPrinted,
  headCountSchema,
  type ReportedShowing,
  reportIdOf,
  skipShowing,
} from "@dianbo/shared/ledger";
import {
  answerQuestion,
  askQuestions,
  type Question,
  questionsBefore,
  readTypedQuestions,
} from "@dianbo/shared/question";
import { ok } from "@dianbo/shared/result";
import { noteWishes, readWishes } from "@dianbo/shared/wish";
import { useState } from "react";
import * as v from "valibot";
import { useDependencies, useIdentity } from "../library-context.tsx";
import { questionsOf, registerOf, useQuestions, useSiteTime, wishesOf } from "../site-records.ts";

/** What stands in the card's fields. */
export interface CardDraft {
  readonly members: string;
  readonly residents: string;
  readonly discussion: string;
  /** One wish a line. */
  readonly wishes: string;
  /** One question a line. */
  readonly questions: string;
  /** Why what was printed changes. */
  readonly reason: string;
  /** Questions of an earlier showing that were answered at this one, by id, with the line that says how. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The card at work. */
export interface Card {
  readonly draft: CardDraft;
  /** What was asked before this showing and waits for an answer. */
  readonly waiting: readonly Question[];
  /** The showing's month was printed with what was answered: a change of it needs a reason. */
  readonly isPrinted: boolean;
  readonly problem:
    | "nothing"
    | "no-reason"
    | "not-a-count"
    | "wish-too-long"
    | "question-too-long"
    | "not-kept"
    | undefined;
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

/** The card after a showing: counts and a line into the register, wishes and questions to theirs, as one step. */
export const useCard = (showing: ReportedShowing): Card => {
  const { library, clock, newId } = useDependencies();
  const { site, post } = useIdentity();
  const { date } = useSiteTime();
  const report = reportIdOf(showing, site);
  const waiting = questionsBefore(useQuestions(), showing.on, report);
  const { reports, prints } = registerOf(library.snapshot().records, site);
  const known = reports.get(report);
  const print = prints.get(showing.on.slice(0, 7));
  const isPrinted = changesPrinted(known, print);
  const [draft, setDraft] = useState<CardDraft>({
    members: known?.members == null ? "" : String(known.members),
    residents: known?.residents == null ? "" : String(known.residents),
    discussion: known?.discussion ?? "",
    wishes: "",
    questions: "",
    reason: "",
    answers: {},
  });
  const [problem, setProblem] = useState<Card["problem"]>();
  const refuse = (why: NonNullable<Card["problem"]>): false => {
    setProblem(why);
    return false;
  };
  return {
    draft,
    waiting,
    isPrinted,
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
      const asked = readTypedQuestions(draft.questions);
      if (asked.tooLong.length > 0) return refuse("question-too-long");
      const isEmpty = members === undefined && residents === undefined;
      const isSilent =
        wishes.length === 0 &&
        asked.questions.length === 0 &&
        Object.keys(draft.answers).length === 0;
      if (isEmpty && draft.discussion.trim() === "" && isSilent) return refuse("nothing");
      const reason = draft.reason.trim();
      const isOther =
        draft.discussion.trim() !== (known?.discussion ?? "") ||
        members !== (known?.members ?? undefined) ||
        residents !== (known?.residents ?? undefined);
      if (isPrinted && isOther && reason === "") return refuse("no-reason");
      const kept = await library.apply(({ snapshot }) => {
        const answered = answerShowing(
          showing,
          { members, residents, discussion: draft.discussion },
          registerOf(snapshot.records, site).reports.get(report),
          { site, post, now: clock.now(), print, reason },
        );
        const noted =
          wishes.length === 0
            ? []
            : noteWishes(wishes, wishesOf(snapshot.records, site).rows, date, newId).puts;
        const questions = askQuestions(
          asked.questions,
          { on: showing.on, showing: report },
          newId,
        ).puts;
        // Answered at this showing, on whatever day the card is filled in.
        const answers = questionsOf(snapshot.records, site).questions.flatMap((question) => {
          const how = draft.answers[question.id];
          return how === undefined ? [] : answerQuestion(question, { on: showing.on, how }).puts;
        });
        return ok({ ...answered, puts: [...answered.puts, ...noted, ...questions, ...answers] });
      });
      return kept.ok || refuse("not-kept");
    },
    skip: async () => {
      const kept = await library.apply(() => ok(skipShowing(showing, site)));
      return kept.ok || refuse("not-kept");
    },
  };
};
