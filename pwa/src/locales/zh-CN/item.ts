/** Words of the item page. The source of the keys. */
export const item = {
  back: "课件",
  gone: "没有这部课件。",
  goneMore: "可能是另一台电脑上的，也可能地址少了几个字。",
};
