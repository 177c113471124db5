/** Questions off slips (提问条): asked after a showing without names, answered at the next. */
export {
  ANSWER_LENGTH,
  answerQuestion,
  askQuestions,
  QUESTION_KIND,
  type Question,
  type QuestionBook,
  questionsBefore,
  readQuestions,
  readTypedQuestions,
  removeQuestion,
  waitingQuestions,
} from "./question.ts";
