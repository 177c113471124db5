import type { Fault, Remark, ReportSums } from "@dianbo/shared/pre-flight";
import { sizeInWords } from "../../design/size-in-words.ts";
import type { Words } from "../../locales/index.ts";
import type { PreFlight } from "./use-pre-flight.ts";

/** The answer in a word or two: it can be shown, a step is missing, it cannot. */
export const verdictInWords = (
  { work, doneAt }: PreFlight,
  { total, verdict }: ReportSums,
  words: Words["preFlight"],
): string => {
  if (work.type === "trying") return words.looking;
  if (doneAt === undefined) return words.stopped;
  return total === 0 ? words.emptyMenu : words.verdicts[verdict];
};

/** What will not play, in a sentence; empty where all will. */
export const brokenInWords = ({ broken }: ReportSums, words: Words["preFlight"]): string => {
  const [first] = broken;
  if (first === undefined) return "";
  const name = [first.item?.number, first.item?.title ?? words.gone].filter(Boolean).join(" ");
  return words.firstBroken(name, broken.length);
};

/** Why an item will not play, in a sentence. */
export const faultInWords = (fault: Fault, { faults }: Words["preFlight"]): string => {
  switch (fault.type) {
    case "item-gone":
    case "not-held":
    case "file-missing":
    case "empty":
    case "unreadable":
    case "differs":
    case "no-picture":
    case "does-not-open":
    case "needs-net":
      return faults[fault.type];
    case "leave-lapsed":
      return faults["leave-lapsed"](fault.folder);
    case "half":
      return faults.half(sizeInWords(fault.have), sizeInWords(fault.whole));
    case "not-what-it-says":
      return fault.found === "html" ? faults.page : faults["not-what-it-says"](fault.found);
    case "cannot-decode":
      return faults["cannot-decode"](/^(?:hvc1|hev1)/u.test(fault.codec) ? "HEVC" : fault.codec);
  }
};

/** What is worth knowing, in a sentence. */
export const remarkInWords = (remark: Remark, words: Words): string => {
  const { remarks } = words.preFlight;
  switch (remark.type) {
    case "by-hand":
      return remarks["by-hand"](words.item.keptWhere(remark.place));
    case "opens-in-wps":
      return remarks["opens-in-wps"](remark.name);
    case "length":
      return remarks.length(remark.recorded, remark.real);
    case "in-folder":
      return remarks["in-folder"](remark.folder);
    case "pictures-missing":
      return remarks["pictures-missing"](remark.count);
    case "silent":
    case "text-only":
      return remarks[remark.type];
  }
};
