/** A sample set menu: number, name, audience, then items by number or an activity. */
export interface SampleSetMenu {
  readonly number: number;
  readonly name: string;
  readonly audience: string;
  readonly occasion: string;
  readonly entries: readonly (number | readonly [string, number])[];
}

/** The ten sample set menus. */
export const SAMPLE_SET_MENUS: readonly SampleSetMenu[] = [
  {
    number: 1,
    name: "主题党日标准餐",
    audience: "党员",
    occasion: "主题党日",
    entries: [1002, 1014, 1009, ["讨论", 30]],
  },
  {
    number: 2,
    name: "七一红色餐",
    audience: "党员、居民",
    occasion: "七一",
    entries: [1011, 5011],
  },
  {
    number: 3,
    name: "新党员入门餐",
    audience: "新党员",
    occasion: "入党前后",
    entries: [1001, 1003, 1004, 1005],
  },
  {
    number: 4,
    name: "春耕备耕餐",
    audience: "种植户",
    occasion: "春耕",
    entries: [3008, 3014, 3013, 2011],
  },
  {
    number: 5,
    name: "冬训农闲餐",
    audience: "村民",
    occasion: "冬闲",
    entries: [3010, 3003, 2003],
  },
  {
    number: 6,
    name: "夏季防汛安全餐",
    audience: "全体居民",
    occasion: "汛期",
    entries: [4002, 4004, 4003],
  },
  {
    number: 7,
    name: "老年保健餐",
    audience: "老年人",
    occasion: "固定学习日",
    entries: [5001, 5004, 5016],
  },
  {
    number: 8,
    name: "银发数字餐",
    audience: "老年人",
    occasion: "固定学习日",
    entries: [3018, 3019, 4009],
  },
  {
    number: 9,
    name: "法律惠民餐",
    audience: "居民",
    occasion: "普法日",
    entries: [2001, 2006, 2009],
  },
  {
    number: 10,
    name: "暑期少年餐",
    audience: "少年儿童和家长",
    occasion: "暑假",
    entries: [4003, 4001, 4015],
  },
];
