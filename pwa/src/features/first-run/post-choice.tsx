import type { Post } from "@dianbo/shared/identity";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./first-run.module.css";

const POSTS: readonly Post[] = ["A", "B"];

/** Which post is at the keyboard. */
export const PostChoice = ({
  name,
  hint,
  post,
  onPost,
}: {
  readonly name: string;
  readonly hint: string;
  readonly post: Post;
  readonly onPost: (post: Post) => void;
}) => {
  const { firstRun: words } = useWords();
  return (
    <div className={css.field}>
      <b aria-hidden="true">{name}</b>
      <Choice
        name={name}
        options={POSTS.map((value) => ({ value, word: words.postName(value) }))}
        chosen={post}
        onChoose={onPost}
      />
      <p className="hint">{hint}</p>
    </div>
  );
};
