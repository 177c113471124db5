import * as v from "valibot";
import {
  type Changes,
  create,
  deleteRecord,
  lifeOf,
  put,
  type RecordState,
} from "../changes/index.ts";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import {
  type NewId,
  newRecordId,
  type RecordId,
  recordIdSchema,
  type SiteId,
} from "../identity/index.ts";

/** The kind of record that a question is kept in. */
export const QUESTION_KIND = "question";
/** The longest question that is kept, in characters (code points). */
const QUESTION_LENGTH = 300;
/** The longest answer, in characters (code points). */
export const ANSWER_LENGTH = 500;
/** So many questions are taken from one card: a full room hands in no more slips. */
const QUESTIONS_AT_ONCE = 100;

const within = (most: number) =>
  v.check((text: string) => [...text].length <= most, `${most} characters`);

const questionSchema = v.object({
  /** As it stands on the slip; never who asked. */
  question: v.pipe(v.string(), v.minLength(1), within(QUESTION_LENGTH)),
  askedOn: civilDateSchema,
  /** The showing after which it was asked, by its report's id; missing where it came in beside all showings. */
  showing: v.nullish(recordIdSchema),
  answeredOn: v.nullish(civilDateSchema),
  /** How it was answered, in a line that may be empty. */
  answer: v.nullish(v.pipe(v.string(), within(ANSWER_LENGTH))),
});
/** A question off a slip (提问条): asked after a showing, answered at the next; of nobody by name. */
export interface Question {
  readonly id: RecordId;
  readonly text: string;
  readonly askedOn: CivilDate;
  /** The showing after which it was asked, by its report's id. */
  readonly showing: RecordId | undefined;
  /** The day of the answer, and how in a line that may be empty; nothing while it waits. */
  readonly answered: { readonly on: CivilDate; readonly how: string } | undefined;
}

/** What people have asked, as it is stored: the earliest first, without what was taken away. */
export interface QuestionBook {
  readonly questions: readonly Question[];
  readonly damaged: readonly DamagedRow[];
}

/** Reads the questions out of records; others are passed over. */
export const readQuestions = (records: Iterable<RecordState>, site: SiteId): QuestionBook => {
  const questions: Question[] = [];
  const damaged: DamagedRow[] = [];
  for (const record of records) {
    if (record.kind !== QUESTION_KIND || lifeOf(record, site) === "deleted") continue;
    const read = readFields(questionSchema, record, site);
    if (!read.ok) {
      damaged.push(read.error);
      continue;
    }
    const { question, askedOn, showing, answeredOn, answer } = read.value;
    questions.push({
      id: record.id,
      text: question,
      askedOn,
      showing: showing ?? undefined,
      answered: answeredOn == null ? undefined : { on: answeredOn, how: answer ?? "" },
    });
  }
  questions.sort((a, b) =>
    a.askedOn === b.askedOn ? (a.id < b.id ? -1 : 1) : a.askedOn < b.askedOn ? -1 : 1,
  );
  return { questions, damaged };
};

/** Those that wait for an answer. */
export const waitingQuestions = (questions: readonly Question[]): readonly Question[] =>
  questions.filter(({ answered }) => answered === undefined);

/** Those that the showing of a day can answer: asked at an earlier one, and not answered yet. */
export const questionsBefore = (
  questions: readonly Question[],
  day: CivilDate,
  showing: RecordId | undefined,
): readonly Question[] =>
  waitingQuestions(questions).filter(
    (one) => one.askedOn <= day && (showing === undefined || one.showing !== showing),
  );

/** What was typed off slips. */
export interface TypedQuestions {
  /** One a line, each once, numbering dropped. */
  readonly questions: readonly string[];
  /** Lines longer than a question may be; they are not taken. */
  readonly tooLong: readonly string[];
}

/** What lists put before a line: 「1.」, 「2、」, 「（3）」, bullets. */
const LEADING = /^\s*(?:(?:\d{1,3}[.．、)）]|[(（]\d{1,3}[)）]|[-•·●○■□])\s*)+(?=\S)/u;

/** Reads questions as they are typed off slips, one a line; the same twice is one. */
export const readTypedQuestions = (typed: string): TypedQuestions => {
  const questions = new Set<string>();
  const tooLong: string[] = [];
  const lines = typed.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim() !== "");
  for (const line of lines) {
    // One question alone is taken as it stands: 「3.5 亩地怎么算」 is no numbering.
    const bare = lines.length > 1 ? line.replace(LEADING, "") : line;
    const text = bare.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
    if (text === "") continue;
    if ([...text].length > QUESTION_LENGTH) tooLong.push(text);
    else questions.add(text);
  }
  return { questions: [...questions].slice(0, QUESTIONS_AT_ONCE), tooLong };
};

/** Writes questions down, each a record of its own, so that two posts who write down both keep theirs. */
export const askQuestions = (
  texts: readonly string[],
  from: { readonly on: CivilDate; readonly showing: RecordId | undefined },
  newId: NewId,
): Changes => ({
  label: { type: "ask-questions", count: texts.length, name: texts[0] ?? "" },
  puts: texts.flatMap((text) =>
    create(
      { id: newRecordId(newId), kind: QUESTION_KIND },
      { question: text, askedOn: from.on, showing: from.showing },
    ),
  ),
});

/** Says that a question was answered, and how in a line; `null` takes that back and it waits again. */
export const answerQuestion = (
  question: Question,
  answered: { readonly on: CivilDate; readonly how: string } | null,
): Changes => ({
  label: {
    type: answered === null ? "reopen-question" : "answer-question",
    name: question.text,
  },
  puts: [
    put({ id: question.id, kind: QUESTION_KIND }, "answeredOn", answered?.on ?? null),
    put(
      { id: question.id, kind: QUESTION_KIND },
      "answer",
      answered === null ? null : [...answered.how.trim()].slice(0, ANSWER_LENGTH).join(""),
    ),
  ],
});

/** Takes a question away: a slip entered twice, or no question at all. */
export const removeQuestion = (question: Question, record: RecordState): Changes => ({
  label: { type: "remove-question", name: question.text },
  puts: [deleteRecord(record)],
});
