import type { KeepingPlace } from "@dianbo/shared/courseware";

/** Where an item is kept, in a sentence: “It is on disc 3”. */
export const keptWhere = ({ type, name }: KeepingPlace): string => {
  const called = name.trim();
  switch (type) {
    case "disc":
      return called === "" ? "It is on a disc" : `It is on disc ${called}`;
    case "set-top-box":
      return called === "" ? "It is in the set-top box" : `It is in the set-top box: ${called}`;
    case "other-pc":
      return called === "" ? "It is on another PC" : `It is on another PC: ${called}`;
    case "shelf":
      return called === "" ? "It is in the cupboard" : `It is in the cupboard: ${called}`;
    case "other-player":
      return called === "" ? "It needs another player" : `It needs another player: ${called}`;
  }
};
