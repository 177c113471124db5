import type { RecordId } from "@dianbo/shared/identity";
import { type SharedList, takeList } from "@dianbo/shared/sharing";
import { CircleCheck, Undo2 } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { onCaughtList, takeCaughtList } from "../../app/caught-list.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import { GiveList } from "./give-list.tsx";
import { ListPreview } from "./list-preview.tsx";
import { openList } from "./open-list.ts";
import css from "./sharing.module.css";
import { TakeHalf } from "./take-half.tsx";
import { factsOf, takingLibrary } from "./taking.ts";

type Failure = keyof Words["sharing"]["failures"];

/** Where the room stands: choosing, or looking through one list. */
type State =
  | {
      readonly type: "choosing";
      readonly reading?: string;
      readonly failure?: Failure;
      /** What came of the list that was taken last. */
      readonly taken?: string;
    }
  | { readonly type: "preview"; readonly list: SharedList };

/** Gives lists out and takes them in. */
export const SharingRoom = () => {
  const { sharing: words } = useWords();
  const { library } = useDependencies();
  const [state, setState] = useState<State>({ type: "choosing" });

  const open = useCallback(async (file: File): Promise<void> => {
    setState({ type: "choosing", reading: file.name });
    const opened = await openList(file);
    setState(
      opened.ok
        ? { type: "preview", list: opened.value }
        : { type: "choosing", failure: opened.error.type },
    );
  }, []);
  useEffect(() => {
    const look = (): void => {
      const file = takeCaughtList();
      if (file !== undefined) void open(file);
    };
    look();
    return onCaughtList(look);
  }, [open]);

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
        <GiveList />
        <TakeHalf
          reading={state.reading}
          failure={state.failure}
          open={(file) => void open(file)}
        />
      </div>
    </main>
  );
};
