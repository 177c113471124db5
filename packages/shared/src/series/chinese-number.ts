const DIGITS = "零一二三四五六七八九";

/** A whole number from 0 to 999 as digits or as 汉字 (两, 〇 and 十二 included), or nothing. */
export const wholeNumber = (text: string): number | undefined => {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  if (!/^[零〇一二两三四五六七八九十百]{1,6}$/u.test(text)) return undefined;
  let sum = 0;
  let last = 0;
  for (const sign of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    if (sign === "十" || sign === "百") {
      sum += (last === 0 ? 1 : last) * (sign === "十" ? 10 : 100);
      last = 0;
    } else {
      last = DIGITS.indexOf(sign);
    }
  }
  return sum + last;
};
