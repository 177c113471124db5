import type { KeepingPlace } from "@dianbo/shared/courseware";

/** One space between a Chinese character and a digit or letter, none between two characters. */
const apart = (name: string): string => {
  const left = /^[\p{ASCII}]/u.test(name) ? ` ${name}` : name;
  return /^\d+$/u.test(name) ? `${left} 号` : left;
};

/** Where an item is kept, in a sentence: 「在光盘 3 号上」. */
export const keptWhere = ({ type, name }: KeepingPlace): string => {
  const called = name.trim();
  switch (type) {
    case "disc":
      return called === "" ? "在光盘上" : `在光盘${apart(called)}上`;
    case "set-top-box":
      return called === "" ? "在机顶盒里" : `在机顶盒里：${called}`;
    case "other-pc":
      return called === "" ? "在另一台电脑上" : `在另一台电脑上：${called}`;
    case "shelf":
      return called === "" ? "在柜子里" : `在柜子里：${called}`;
    case "other-player":
      return called === "" ? "要用别的播放器放" : `要用别的播放器放：${called}`;
  }
};
