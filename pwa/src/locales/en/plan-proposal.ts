import type { planProposal as source } from "../zh-CN/plan-proposal.ts";

const people = (count: number): string => `${count} ${count === 1 ? "person" : "people"}`;
const rowsInWords = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;
const sessions = (count: number): string => `${count} ${count === 1 ? "session" : "sessions"}`;

/** Words of next year's plan as it is proposed from the books. */
export const planProposal: typeof source = {
  door: (year) => `Propose a plan for ${year}`,
  title: (year) => `Proposed plan for ${year}`,
  lede: "A draft from this year's ledgers, targets, seasons and wishes; all of it can be changed, and nothing happens before you take it.",
  back: "To the reports",
  toPlan: "See the study plan",
  pace: {
    target: (count, real) =>
      `${sessions(count)} a month: the site's own target. This year there were ${real} a month.`,
    real: (count, real) =>
      `${sessions(count)} a month: this year there were ${real} a month, and no target is set.`,
    first: "One session a month to begin with: nothing was shown this year, and no target is set.",
  },
  columns: {
    take: "Take",
    month: "Month",
    topic: "Topic",
    content: "Content",
    audience: "For whom",
    when: "When",
    way: "How",
    host: "Responsible",
    sessions: "Sessions",
    why: "Why",
  },
  rowOf: (column, topic) => `${column}: ${topic}`,
  reasons: {
    season: "the season",
    wish: (count) => `${people(count)} asked for it; still waiting`,
    "never-shown": (held) => `${held} held, none shown this year`,
    "quiet-month": "nothing was shown in this month",
  },
  held: "in the plan already",
  nobody: "open",
  post: (post) => `Post ${post}`,
  take: (rows) => `Put ${rowsInWords(rows)} into the study plan`,
  taken: (rows) => `${rowsInWords(rows)} went into the study plan. One undo takes them all back.`,
  notKept: "Not kept; what you changed is still here. Press again.",
  bad: (topic) => `“${topic}” is not complete: a topic, and 1 to 31 sessions.`,
  nothing: "No row is ticked.",
};
