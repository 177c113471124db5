import * as v from "valibot";

/** The index once more, as a script: a page from file:// may load scripts and nothing else. */
export const MANIFEST_SCRIPT = "manifest.js";
/** The global that `dianbo/manifest.js` sets to the whole index; read it with `readManifestValue`. */
export const MANIFEST_GLOBAL = "dianboManifest";
/** The global that `dianbo/articles/<id>.js` files fill: an object of article by item id. */
export const ARTICLES_GLOBAL = "dianboArticles";

/**
 * JSON that is read alike whatever encoding a browser believes a script to have, and that ends no script
 * element: every sign beyond ASCII, and `<`, is escaped.
 */
const plainJson = (json: string): string =>
  json.replace(
    /[<\u007f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** `dianbo/manifest.js` for the text of an index. */
export const manifestScript = (manifestJson: string): string =>
  `globalThis.${MANIFEST_GLOBAL} = ${plainJson(manifestJson.trim())};\n`;

const scriptedArticleSchema = v.object({
  title: v.string(),
  /** Clean HTML, its pictures inside as `data:` addresses; to be shown where no script runs. */
  html: v.string(),
  /** Plain text, to be read aloud. */
  text: v.string(),
});
/** An article as its script carries it. */
export type ScriptedArticle = v.InferOutput<typeof scriptedArticleSchema>;

/** `dianbo/articles/<id>.js`: puts one article into the global, under the id of its item. */
export const articleScript = (id: string, article: ScriptedArticle): string =>
  `(globalThis.${ARTICLES_GLOBAL} ??= {})[${plainJson(JSON.stringify(id))}] = ${plainJson(
    JSON.stringify(article),
  )};\n`;

/** Reads what an article's script has put into the global; `undefined` where it is not there or does not fit. */
export const readScriptedArticle = (articles: unknown, id: string): ScriptedArticle | undefined => {
  const all = v.safeParse(v.record(v.string(), v.unknown()), articles);
  const read = v.safeParse(scriptedArticleSchema, all.success ? all.output[id] : undefined);
  return read.success ? read.output : undefined;
};
