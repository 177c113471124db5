import type { ArticleCopy } from "@dianbo/shared/courseware";
import { useEffect, useState } from "react";
import { type CleanArticle, cleanArticle } from "./clean-article.ts";
import { useDependencies } from "./library-context.tsx";

/** An article copy made safe to show, `undefined` until it is; its pictures are let go with the screen. */
export const useCleanArticle = (copy: ArticleCopy): CleanArticle | undefined => {
  const { media } = useDependencies();
  const [article, setArticle] = useState<CleanArticle>();
  useEffect(() => {
    let left = false;
    let made: CleanArticle | undefined;
    const letGo = (): void => {
      for (const url of made?.urls ?? []) URL.revokeObjectURL(url);
    };
    void cleanArticle(copy, media).then((cleaned) => {
      made = cleaned;
      if (left) letGo();
      else setArticle(cleaned);
    });
    return () => {
      left = true;
      letGo();
    };
  }, [copy, media]);
  return article;
};
