import { keyWords } from "@dianbo/shared/signing";
import { useEffect, useState } from "react";
import { useIdentity } from "../../app/library-context.tsx";
import { sha512 } from "../../app/site-key.ts";

/** The site's signature in four words; `undefined` while it is worked out, and where there is no key yet. */
export const useKeyWords = (): string | undefined => {
  const key = useIdentity().siteKey?.publicKey;
  const [said, setSaid] = useState<{ readonly key: string; readonly words: string }>();
  useEffect(() => {
    if (key === undefined) return;
    let left = false;
    void keyWords(key, sha512).then((words) => {
      if (!left) setSaid({ key, words: words.join(" ") });
    });
    return () => {
      left = true;
    };
  }, [key]);
  return said?.key === key ? said?.words : undefined;
};
