import type { ArticleCopy } from "@dianbo/shared/courseware";
import { useEffect, useState } from "react";
import { type CleanArticle, cleanArticle } from "./clean-article.ts";
import { useDependencies } from "./library-context.tsx";

/** An article copy made safe to show, `undefined` until it is; its pictures are let go with the screen. */
export const useCleanArticle = (copy: ArticleCopy): CleanArticle | undefined => {
  const { media, stick } = useDependencies();
  const [article, setArticle] = useState<CleanArticle>();
  useEffect(() => {
    let left = false;
    let made: CleanArticle | undefined;
    const letGo = (): void => {
      for (const url of made?.urls ?? []) URL.revokeObjectURL(url);
    };
    const read = async (): Promise<void> => {
      made =
        stick === undefined
          ? await cleanArticle(copy, media)
          : await cleanArticle(await stick.textOf(copy), media, true);
      if (left) letGo();
      else setArticle(made);
    };
    void read();
    return () => {
      left = true;
      letGo();
    };
  }, [copy, media, stick]);
  return article;
};
