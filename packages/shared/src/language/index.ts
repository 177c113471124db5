/**
 * Words on screen are plain typed objects: zh-CN is the source, en has the same type, so a missing
 * key does not compile. A sentence with parts is a function of them. The catalogues stand beside
 * their screens (`pwa/src/locales`, `extension/src/locales`); here is only what both share.
 */
export const LANGUAGES = ["zh-CN", "en"] as const;
/** A language the product speaks in full. */
export type Language = (typeof LANGUAGES)[number];

/** The language for a list of a browser's preferred tags: Chinese unless English is clearly asked for. */
export const languageFor = (chosen: string | undefined, preferred: readonly string[]): Language => {
  if (chosen === "zh-CN" || chosen === "en") return chosen;
  const first = preferred[0] ?? "zh-CN";
  return first.toLowerCase().startsWith("en") ? "en" : "zh-CN";
};
