const DIGITS = "零一二三四五六七八九";

const digitOf = (sign: string): number => DIGITS.indexOf(sign.replace(/[〇○]/u, "零"));

/** 三十一, 十二, 廿六, 卅 as a number; signs one by one (二〇〇九) where there is no ten among them. */
const numeral = (text: string): string => {
  const plain = text.replace("廿", "二十").replace("卅", "三十");
  const [tens, ones] = plain.split("十");
  if (ones === undefined) return [...plain].map((sign) => String(digitOf(sign))).join("");
  return String((tens === "" ? 1 : digitOf(tens ?? "")) * 10 + (ones === "" ? 0 : digitOf(ones)));
};

/**
 * A day as old papers write it, made into one that `readDateCell` knows: 二〇〇九年三月六日 becomes 2009年3月6日, and
 * a weekday beside it goes (「3月6日 星期五」, 「3月6日（周五）」).
 */
export const plainDay = (text: string): string =>
  text
    .replace(/\s*[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?\s*$/u, "")
    .replace(/[〇○零一二三四五六七八九十廿卅]+(?=\s*[年月日号])/gu, numeral);
