import { type DraftFacts, type DraftWords, weeksKept } from "./draft-words.ts";

const when = ({ span }: DraftFacts): string => {
  switch (span.type) {
    case "month":
      return "This month";
    case "quarter":
      return "This quarter";
    case "year":
      return "This year";
  }
};

const some = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const hours = (minutes: number): string =>
  minutes < 60 ? some(minutes, "minute") : `${Math.floor(minutes / 6) / 10} hours`;

const against = (done: number, target: number | undefined, open: boolean): string => {
  if (target === undefined) return "";
  if (done === target) return ", just as many as meant";
  if (done > target) return `, ${done - target} more than meant`;
  return open ? `, ${target - done} still to go` : `, ${target - done} fewer than meant`;
};

const showings = (facts: DraftFacts): readonly string[] => {
  const { figures, targets, open } = facts;
  if (figures.showings === 0) {
    return [
      `${when(facts)} nothing was shown${targets.showings === undefined ? "" : `; ${targets.showings} were meant`}.`,
    ];
  }
  const came = [
    figures.members > 0 ? some(figures.members, "member") : "",
    figures.residents > 0 ? some(figures.residents, "resident") : "",
    figures.called > 0 ? `${figures.called} by roll call` : "",
  ].filter(Boolean);
  const counted = figures.showings - figures.uncounted;
  return [
    `${when(facts)} there were ${some(figures.showings, "showing")}${against(figures.showings, targets.showings, open)}.`,
    `${some(figures.plays, "title")} ran for ${hours(figures.minutes)}${
      targets.minutes === undefined ? "" : ` (${hours(targets.minutes)} meant)`
    }.`,
    counted === 0
      ? "How many came was not noted."
      : `${some(figures.people, "visit")}${came.length === 0 ? "" : ` (${came.join(", ")})`}.`,
    counted > 0 && figures.uncounted > 0
      ? `${some(figures.uncounted, "showing")} without a head count ${figures.uncounted === 1 ? "is" : "are"} not in it.`
      : "",
    figures.menus > 0
      ? `${some(figures.menus, "set menu")} ${figures.menus === 1 ? "was" : "were"} used.`
      : "",
  ];
};

/** The drafts in English. */
export const draftEn: DraftWords = {
  organisation: ({ figures, posts }) => [
    posts.length === 0
      ? "The duty roster does not say yet who holds which post."
      : `Posts held: ${posts.join(", ")}.`,
    figures.branchCount > 0
      ? `The site serves ${some(figures.branchCount, "branch", "branches")}.`
      : "",
  ],
  rules: ({ figures }) => [
    figures.bookRows === 0
      ? "Nothing stands in the books written by hand this year."
      : `${some(figures.bookRows, "row")} in ${some(figures.books, "book")} this year.`,
    figures.runs > 0 ? `The equipment log has ${some(figures.runs, "run")}.` : "",
    figures.previews > 0 ? `${some(figures.previews, "notice")} announced what was on.` : "",
  ],
  courseware: (facts) => {
    const { figures, targets, span } = facts;
    const weeks = weeksKept(figures, targets.downloadDays);
    return [
      figures.downloads === 0
        ? `${when(facts)} nothing was downloaded.`
        : `${when(facts)} ${some(figures.downloads, "item")} came in on ${some(figures.downloadDays, "day")} online.`,
      weeks.over === 0
        ? ""
        : `${weeks.kept} of ${some(weeks.over, "week")} had the ${some(targets.downloadDays, "day")} online that are meant.`,
      span.type === "year" && figures.held > 0
        ? `${some(figures.held, "item")} in the book now.`
        : "",
    ];
  },
  showings,
  training: (facts) => {
    const { figures, targets, open } = facts;
    return [
      figures.training === 0
        ? `${when(facts)} no training of administrators was noted${targets.training === undefined ? "" : `; ${targets.training} were meant`}.`
        : `${when(facts)} administrators took ${some(figures.training, "training")} of ${some(figures.trainingHours, "hour")}${against(figures.training, targets.training, open)}.`,
    ];
  },
  results: (facts) => {
    const { figures } = facts;
    const asked = figures.used + figures.unused;
    const lines = [
      figures.wishes.noted > 0
        ? `${some(figures.wishes.noted, "wish", "wishes")} noted, ${figures.wishes.met} met.`
        : "",
      figures.feedback > 0 ? `${some(figures.feedback, "row")} of feedback.` : "",
      figures.notes > 0 ? `${some(figures.notes, "study note")}.` : "",
      figures.questions > 0 || figures.answered > 0
        ? `${some(figures.questions, "question")} asked on slips, ${figures.answered} answered.`
        : "",
      asked > 0
        ? `A month after practical showings, ${figures.used} of ${asked} had been put to use.`
        : "",
    ].filter(Boolean);
    return lines.length === 0
      ? [`${when(facts)} no feedback, notes or wishes were written down.`]
      : lines;
  },
  difficulties: (facts) => {
    const { figures, span } = facts;
    const lines = [
      span.type === "year" && figures.neverPlayed > 0
        ? `More is held than shown: ${some(figures.neverPlayed, "item")} never played.`
        : "",
      figures.faults > 0
        ? `${some(figures.faults, "fault")} of the equipment, ${figures.mended} mended.`
        : "",
      figures.openFaults > 0
        ? `${some(figures.openFaults, "fault")} open today, the oldest for ${some(figures.oldestFaultDays ?? 0, "day")}.`
        : "",
      figures.wishes.declined > 0
        ? `${some(figures.wishes.declined, "wish", "wishes")} could not be met.`
        : "",
    ].filter(Boolean);
    return lines.length === 0 ? ["The books note no difficulties."] : lines;
  },
  next: ({ figures, targets }) => {
    const lines = [
      targets.showings === undefined
        ? ""
        : `Next year again ${some(Math.round(targets.showings / 12), "showing")} a month.`,
      figures.wishes.waiting > 0
        ? `First the ${some(figures.wishes.waiting, "wish", "wishes")} that still wait.`
        : "",
      figures.neverPlayed > 0
        ? `Fitting ones of the ${some(figures.neverPlayed, "unplayed item")} go into set menus.`
        : "",
      figures.openFaults > 0 ? `The ${some(figures.openFaults, "open fault")} get mended.` : "",
    ].filter(Boolean);
    return lines.length === 0 ? ["No plans written yet."] : lines;
  },
};
