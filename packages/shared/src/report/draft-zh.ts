import { type DraftFacts, type DraftWords, weeksKept } from "./draft-words.ts";

const when = ({ span }: DraftFacts): string => {
  switch (span.type) {
    case "month":
      return "本月";
    case "quarter":
      return "本季度";
    case "year":
      return "今年";
  }
};

const hours = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 6) / 10} 小时`;

/** 「，比目标少 1 场」; while the time is not over, what is still to come. */
const against = (done: number, target: number | undefined, unit: string, open: boolean): string => {
  if (target === undefined) return "";
  if (done >= target)
    return done === target ? "，正好到目标" : `，比目标多 ${done - target} ${unit}`;
  return open ? `，离目标还差 ${target - done} ${unit}` : `，比目标少 ${target - done} ${unit}`;
};

const showings = (facts: DraftFacts): readonly string[] => {
  const { figures, targets, open } = facts;
  if (figures.showings === 0) {
    return [
      `${when(facts)}没有放映${targets.showings === undefined ? "" : `，目标是 ${targets.showings} 场`}。`,
    ];
  }
  const came = [
    figures.members > 0 ? `党员 ${figures.members}` : "",
    figures.residents > 0 ? `群众 ${figures.residents}` : "",
    figures.called > 0 ? `按点名册 ${figures.called}` : "",
  ].filter(Boolean);
  const counted = figures.showings - figures.uncounted;
  return [
    `${when(facts)}放映 ${figures.showings} 场${against(figures.showings, targets.showings, "场", open)}。`,
    `一共放了 ${figures.plays} 部次，${hours(figures.minutes)}${
      targets.minutes === undefined ? "" : `（目标 ${hours(targets.minutes)}）`
    }。`,
    counted === 0
      ? "来了多少人没有记。"
      : `来了 ${figures.people} 人次${came.length === 0 ? "" : `（${came.join("，")}）`}。`,
    counted > 0 && figures.uncounted > 0 ? `有 ${figures.uncounted} 场没记人数，没有算进去。` : "",
    figures.menus > 0 ? `用了 ${figures.menus} 份套餐。` : "",
  ];
};

/** The drafts in Chinese. */
export const draftZh: DraftWords = {
  organisation: ({ figures, posts }) => [
    posts.length === 0 ? "岗位值班表里还没有写谁在哪个岗。" : `站点设有${posts.join("、")}。`,
    figures.branchCount > 0 ? `服务 ${figures.branchCount} 个支部。` : "",
  ],
  rules: ({ figures }) => [
    figures.bookRows === 0
      ? "今年手写的台账里还没有记录。"
      : `今年有 ${figures.books} 本台账记了 ${figures.bookRows} 条。`,
    figures.runs > 0 ? `设备运行记录 ${figures.runs} 次。` : "",
    figures.previews > 0 ? `发预告 ${figures.previews} 次。` : "",
  ],
  courseware: (facts) => {
    const { figures, targets, span } = facts;
    const weeks = weeksKept(figures, targets.downloadDays);
    return [
      figures.downloads === 0
        ? `${when(facts)}没有下载课件。`
        : `${when(facts)}有 ${figures.downloadDays} 天上线下载，存下 ${figures.downloads} 部。`,
      weeks.over === 0
        ? ""
        : `每周上线 ${targets.downloadDays} 天的目标，${weeks.over} 周里做到了 ${weeks.kept} 周。`,
      span.type === "year" && figures.held > 0 ? `现在一共存着 ${figures.held} 部。` : "",
    ];
  },
  showings,
  training: (facts) => {
    const { figures, targets, open } = facts;
    return [
      figures.training === 0
        ? `${when(facts)}没有记管理员培训${targets.training === undefined ? "" : `，目标是 ${targets.training} 次`}。`
        : `${when(facts)}管理员参加培训 ${figures.training} 次，${figures.trainingHours} 学时${against(figures.training, targets.training, "次", open)}。`,
    ];
  },
  results: (facts) => {
    const { figures } = facts;
    const asked = figures.used + figures.unused;
    const lines = [
      figures.wishes.noted > 0
        ? `大家提了 ${figures.wishes.noted} 条想看的，办了 ${figures.wishes.met} 条。`
        : "",
      figures.feedback > 0 ? `收到反馈 ${figures.feedback} 条。` : "",
      figures.notes > 0 ? `写下心得 ${figures.notes} 篇。` : "",
      figures.questions > 0 || figures.answered > 0
        ? `大家写条子问了 ${figures.questions} 个问题，答了 ${figures.answered} 个。`
        : "",
      asked > 0 ? `实用技术放完一个月问了 ${asked} 场，${figures.used} 场有人用上了。` : "",
    ].filter(Boolean);
    return lines.length === 0 ? [`${when(facts)}没有记下反馈、心得和想看的。`] : lines;
  },
  difficulties: (facts) => {
    const { figures, span } = facts;
    const lines = [
      span.type === "year" && figures.neverPlayed > 0
        ? `存的比放的多：还有 ${figures.neverPlayed} 部一次没放过。`
        : "",
      figures.faults > 0 ? `设备坏了 ${figures.faults} 次，修好 ${figures.mended} 次。` : "",
      figures.openFaults > 0
        ? `现在还有 ${figures.openFaults} 处没修好，最久的 ${figures.oldestFaultDays ?? 0} 天。`
        : "",
      figures.wishes.declined > 0 ? `想看的里有 ${figures.wishes.declined} 条办不了。` : "",
    ].filter(Boolean);
    return lines.length === 0 ? ["台账里没有记下困难。"] : lines;
  },
  next: ({ figures, targets }) => {
    const lines = [
      targets.showings === undefined
        ? ""
        : `明年还是每月放 ${Math.round(targets.showings / 12)} 场。`,
      figures.wishes.waiting > 0 ? `先把还没办的 ${figures.wishes.waiting} 条想看的办了。` : "",
      figures.neverPlayed > 0 ? `把没放过的 ${figures.neverPlayed} 部挑合适的编进套餐。` : "",
      figures.openFaults > 0 ? `把没修好的 ${figures.openFaults} 处设备修好。` : "",
    ].filter(Boolean);
    return lines.length === 0 ? ["还没写打算。"] : lines;
  },
};
