import type { Post, SiteToJoin } from "@dianbo/shared/identity";
import { useState } from "react";
import { joinAs, type NotJoined } from "../../app/join-acts.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./first-run.module.css";
import { PostChoice } from "./post-choice.tsx";

/** A join file was read: one look at whose it is, the post, and in. */
export const JoiningSite = ({
  joining,
  onFailure,
  onBack,
}: {
  readonly joining: SiteToJoin;
  readonly onFailure: (reason: NotJoined) => void;
  readonly onBack: () => void;
}) => {
  const { firstRun: words } = useWords();
  const dependencies = useDependencies();
  const [post, setPost] = useState<Post>("B");
  const join = async (): Promise<void> => {
    const joined = await joinAs(dependencies, joining, post);
    // Where it worked the site has a name now, and the first run is over.
    if (!joined.ok) onFailure(joined.error);
  };
  return (
    <>
      <div>
        <h1>{words.joiningTitle(joining.siteName)}</h1>
        <p className="dim">{words.joiningLead}</p>
      </div>
      <PostChoice name={words.post} hint={words.joiningPostHint} post={post} onPost={setPost} />
      <p className="note">{words.afterJoining}</p>
      <div className={css.acts}>
        <Button look="go" onClick={() => void join()}>
          {words.join}
        </Button>
        <Button look="text" onClick={onBack}>
          {words.notJoin}
        </Button>
      </div>
    </>
  );
};
