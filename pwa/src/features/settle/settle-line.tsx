import { GitBranch } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { useWaiting } from "./use-waiting.ts";

/** On the start page: how much waits to be settled, and the way there; nothing where nothing waits. */
export const SettleLine = () => {
  const { settle: words } = useWords();
  const { length } = useWaiting();
  if (length === 0) return null;
  return (
    <div className="note">
      <Icon of={GitBranch} />
      <span className="grow">{words.line(length)}</span>
      <a href="#/settle">{words.open}</a>
    </div>
  );
};
