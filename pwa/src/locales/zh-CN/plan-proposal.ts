/** Words of next year's plan as it is proposed from the books. The source of the keys. */
export const planProposal = {
  door: (year: number) => `拟 ${year} 年学习计划`,
  title: (year: number) => `拟 ${year} 年学习计划`,
  lede: "照今年的台账、目标、农时和大家想看的拟个底子，都能改；放进计划以前什么也不动。",
  back: "回报表",
  toPlan: "看学习计划",
  pace: {
    target: (sessions: number, real: number) =>
      `每月 ${sessions} 场：本站目标就是这么定的，今年实际平均每月 ${real} 场。`,
    real: (sessions: number, real: number) =>
      `每月 ${sessions} 场：今年实际平均每月 ${real} 场，没有定目标。`,
    first: "每月先排 1 场：今年没有放映，也没有定目标。",
  },
  columns: {
    take: "要",
    month: "月份",
    topic: "主题",
    content: "内容",
    audience: "对象",
    when: "时间",
    way: "方式",
    host: "责任人",
    sessions: "场数",
    why: "为什么",
  },
  rowOf: (column: string, topic: string) => `${column}：${topic}`,
  reasons: {
    season: "这个月的农时、节气",
    wish: (people: number) => `${people} 个人想看，还没办`,
    "never-shown": (held: number) => `存着 ${held} 部，今年一部没放过`,
    "quiet-month": "今年这个月没有放映",
  },
  held: "计划里已经有了",
  nobody: "没定",
  post: (post: string) => `${post} 岗`,
  take: (rows: number) => `把 ${rows} 条放进学习计划`,
  taken: (rows: number) => `${rows} 条放进学习计划了。不要的话，按「撤销」一次就都退回来。`,
  notKept: "没放进去，改过的都还在。再按一次。",
  bad: (topic: string) => `「${topic}」这条没写好：主题不能空，场数 1 到 31。`,
  nothing: "一条也没勾。",
};
