import type { RecordId } from "@dianbo/shared/identity";
import { listFromText, type SharedList, type TextFailure, takeList } from "@dianbo/shared/sharing";
import { CircleCheck, Undo2 } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { onCaughtList, takeCaughtList } from "../../app/caught-list.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import { GiveList, type Messages } from "./give-list.tsx";
import { ListPreview } from "./list-preview.tsx";
import { MessageDesk } from "./message-desk.tsx";
import { openList } from "./open-list.ts";
import css from "./sharing.module.css";
import { TakeHalf } from "./take-half.tsx";
import { factsOf, takingLibrary } from "./taking.ts";
import { TextBox, type TextSaid } from "./text-box.tsx";

type Failure = keyof Words["sharing"]["failures"];

/** Where the room stands: choosing, or looking through one list. */
type State =
  | {
      readonly type: "choosing";
      readonly reading?: string;
      readonly failure?: Failure;
      /** What was pasted so far of a list that came as text. */
      readonly pasted?: string;
      readonly said?: TextSaid;
      /** What came of the list that was taken last. */
      readonly taken?: string;
    }
  | { readonly type: "preview"; readonly list: SharedList };

/** What a pasted text is told: what it lacks still, or why it was refused. */
const saidOf = (pasted: string, failure: TextFailure, words: Words["sharing"]): TextSaid => {
  if (pasted.trim() === "") return undefined;
  switch (failure.type) {
    case "parts-missing":
      return {
        text: words.partsMissing(failure.missing, failure.damaged, failure.count),
        bad: failure.damaged.length > 0,
      };
    case "no-code":
      return { text: words.noCode, bad: true };
    default:
      return { text: words.failures[failure.type], bad: true };
  }
};

/** Gives lists out and takes them in. */
export const SharingRoom = () => {
  const { sharing: words } = useWords();
  const { library } = useDependencies();
  const [state, setState] = useState<State>({ type: "choosing" });
  const [messages, setMessages] = useState<Messages>();

  const open = useCallback(async (file: File): Promise<void> => {
    setState({ type: "choosing", reading: file.name });
    const opened = await openList(file);
    setState(
      opened.ok
        ? { type: "preview", list: opened.value }
        : { type: "choosing", failure: opened.error.type },
    );
  }, []);
  const openText = useCallback(
    (pasted: string): void => {
      const list = listFromText(pasted);
      if (list.ok) setState({ type: "preview", list: list.value });
      else setState({ type: "choosing", pasted, said: saidOf(pasted, list.error, words) });
    },
    [words],
  );
  // Parts that are pasted one after the other, anywhere in the office, add up.
  const pastedBefore = useRef("");
  useEffect(() => {
    pastedBefore.current = state.type === "choosing" ? (state.pasted ?? "") : "";
  }, [state]);
  useEffect(() => {
    const look = (): void => {
      const list = takeCaughtList();
      if (typeof list === "string") openText(`${pastedBefore.current}\n${list}`.trim());
      else if (list !== undefined) void open(list);
    };
    look();
    return onCaughtList(look);
  }, [open, openText]);

  const take = async (
    list: SharedList,
    ticked: ReadonlySet<RecordId> | undefined,
    theirs: ReadonlySet<RecordId>,
  ): Promise<void> => {
    let taken = "";
    const kept = await library.applyJoined(({ snapshot, identity, newId }) => {
      const made = takeList(list, takingLibrary(snapshot, identity, newId), { ticked, theirs });
      if (made.ok) taken = words.taken(factsOf(made.value.rows, theirs));
      return made;
    });
    setState(
      kept.ok ? { type: "choosing", taken } : { type: "choosing", failure: kept.error.type },
    );
  };
  const undo = async (): Promise<void> => {
    await library.undo();
    setState({ type: "choosing" });
  };

  if (state.type === "preview") {
    return (
      <ListPreview
        list={state.list}
        take={(ticked, theirs) => take(state.list, ticked, theirs)}
        leave={() => setState({ type: "choosing" })}
      />
    );
  }
  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <div role="status">
        {state.taken === undefined ? null : (
          <div className={`note ok ${css.taken ?? ""}`}>
            <Icon of={CircleCheck} />
            <b className="grow">{state.taken}</b>
            <a href="#/library">{words.toLibrary}</a>
            <Button look="text" icon={<Icon of={Undo2} size={18} />} onClick={() => void undo()}>
              {words.undo}
            </Button>
          </div>
        )}
      </div>
      <div className={css.halves}>
        {messages === undefined ? (
          <GiveList onMessages={setMessages} />
        ) : (
          <MessageDesk {...messages} leave={() => setMessages(undefined)} />
        )}
        <TakeHalf reading={state.reading} failure={state.failure} open={(file) => void open(file)}>
          <TextBox pasted={state.pasted ?? ""} said={state.said} onPasted={openText} />
        </TakeHalf>
      </div>
    </main>
  );
};
