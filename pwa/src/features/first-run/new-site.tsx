import type { Post } from "@dianbo/shared/identity";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { loadSamples } from "../../app/sample-acts.ts";
import { ensureSiteKey } from "../../app/site-key.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./first-run.module.css";
import { PostChoice } from "./post-choice.tsx";

/** A new site: its name and who is at the keyboard. Everything else can wait. */
export const NewSite = ({
  name,
  onName,
  onPass,
  doors,
}: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onPass: () => void;
  /** The other ways in, drawn between the fields and the privacy line. */
  readonly doors: ReactNode;
}) => {
  const { firstRun: words } = useWords();
  const dependencies = useDependencies();
  const { library } = dependencies;
  const [post, setPost] = useState<Post>("A");
  const [isNameMissing, setNameMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The one question of this screen: whoever sits down types the name and presses Enter.
  useEffect(() => field.current?.focus(), []);
  const start = async (): Promise<void> => {
    const siteName = name.trim();
    setNameMissing(siteName === "");
    if (siteName === "") return;
    await ensureSiteKey(dependencies);
    await library.setPost(post);
    // The name last: with it the first run is over.
    await library.setSiteName(siteName);
  };
  return (
    <>
      <div>
        <h1>{words.title}</h1>
        <p className="dim">{words.lead}</p>
      </div>
      <form
        id="new-site"
        className={css.field}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <label htmlFor="site-name">{words.siteName}</label>
        <input
          id="site-name"
          ref={field}
          className="field"
          value={name}
          maxLength={40}
          placeholder={words.siteNameExample}
          autoComplete="off"
          aria-describedby="site-name-hint"
          aria-invalid={isNameMissing}
          onChange={(event) => {
            onName(event.target.value);
            setNameMissing(false);
          }}
        />
        <p
          id="site-name-hint"
          className={isNameMissing ? css.missing : "hint"}
          role={isNameMissing ? "alert" : undefined}
        >
          {isNameMissing ? words.siteNameMissing : words.siteNameHint}
        </p>
      </form>
      <PostChoice name={words.post} hint={words.postHint} post={post} onPost={setPost} />
      <div className={css.acts}>
        <Button look="go" type="submit" form="new-site">
          {words.start}
        </Button>
        <Button look="text" onClick={() => void loadSamples(dependencies)}>
          {words.loadSample}
        </Button>
        <Button look="text" onClick={onPass}>
          {words.skip}
        </Button>
      </div>
      {doors}
    </>
  );
};
