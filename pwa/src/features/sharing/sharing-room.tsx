import type { RecordId } from "@dianbo/shared/identity";
import { type ListRow, listFromText, type TextFailure, takeList } from "@dianbo/shared/sharing";
import { useCallback, useEffect, useRef, useState } from "react";
import { onCaughtList, takeCaughtList } from "../../app/caught-list.ts";
import { bringChannel, isChannelFile } from "../../app/channel-files.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { ShownCode } from "./code/code-button.tsx";
import { ScanDoor } from "./code/scan-door.tsx";
import { ScanRoom } from "./code/scan-room.tsx";
import { ShowCode } from "./code/show-code.tsx";
import { filmFacts } from "./film-facts.ts";
import { GiveList, type Messages } from "./give-list.tsx";
import { type Incoming, incomingText, openIncoming } from "./incoming.ts";
import { ListPreview } from "./list-preview.tsx";
import { MessageDesk } from "./message-desk.tsx";
import { PastLists } from "./past-lists.tsx";
import css from "./sharing.module.css";
import { TakeHalf } from "./take-half.tsx";
import { type Taken, TakenLine } from "./taken-line.tsx";
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
      readonly taken?: Taken;
    }
  | { readonly type: "preview"; readonly incoming: Incoming };

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

const NO_PICTURES: readonly File[] = [];

/** Gives lists out and takes them in; `scan` is where their QR codes are read. */
export const SharingRoom = ({ way }: { readonly way?: string | undefined }) => {
  const { sharing: words, stick, channels } = useWords();
  const { library, media } = useDependencies();
  const [state, setState] = useState<State>({ type: "choosing" });
  const [messages, setMessages] = useState<Messages>();
  const [shownCode, setShownCode] = useState<ShownCode>();
  const [pictures, setPictures] = useState(NO_PICTURES);

  const here = useCallback(
    () => ({ records: library.snapshot().records, site: library.identity().site }),
    [library],
  );
  const open = useCallback(
    async (file: File): Promise<void> => {
      if (await isChannelFile(file)) {
        bringChannel(file);
        return;
      }
      setState({ type: "choosing", reading: file.name });
      const opened = await openIncoming(file, here());
      setState(
        opened.ok
          ? { type: "preview", incoming: opened.value }
          : { type: "choosing", failure: opened.error.type },
      );
    },
    [here],
  );
  const openText = useCallback(
    async (pasted: string): Promise<void> => {
      const sent = listFromText(pasted);
      const came = sent.ok ? await incomingText(sent.value, here()) : sent;
      if (came.ok) setState({ type: "preview", incoming: came.value });
      else setState({ type: "choosing", pasted, said: saidOf(pasted, came.error, words) });
    },
    [here, words],
  );
  // Parts that are pasted one after the other, anywhere in the office, add up.
  const pastedBefore = useRef("");
  useEffect(() => {
    pastedBefore.current = state.type === "choosing" ? (state.pasted ?? "") : "";
  }, [state]);
  useEffect(() => {
    const look = (): void => {
      const list = takeCaughtList();
      if (typeof list === "string") void openText(`${pastedBefore.current}\n${list}`.trim());
      else if (list !== undefined) void open(list);
    };
    look();
    return onCaughtList(look);
  }, [open, openText]);

  const take = async (
    incoming: Incoming,
    ticked: ReadonlySet<RecordId> | undefined,
    theirs: ReadonlySet<RecordId>,
  ): Promise<void> => {
    const { list, signed } = incoming;
    const { signer } = signed;
    let said = "";
    let wrote = false;
    let rows: readonly ListRow[] = [];
    const kept = await library.applyJoined(({ snapshot, identity, newId }) => {
      const taking = { ticked, theirs, signer };
      const made = takeList(list, takingLibrary(snapshot, identity, newId), taking);
      if (!made.ok) return made;
      ({ rows } = made.value);
      said = words.taken(factsOf(rows, theirs));
      wrote = made.value.states.length + made.value.changes.puts.length > 0;
      return made;
    });
    if (!kept.ok) {
      setState({ type: "choosing", failure: kept.error.type });
      return;
    }
    // As they stand now: where the list's own file was chosen, that one is wanted.
    const items = rows.flatMap(({ item }) =>
      item === undefined ? [] : (kept.value.items.get(item.id) ?? []),
    );
    const { coming, missing } = await filmFacts(items, incoming, (hash) => media.has(hash));
    setState({ type: "choosing", taken: { said, wrote, rows, incoming, coming, missing } });
  };
  const undo = async (): Promise<void> => {
    await library.undo();
    setState({ type: "choosing" });
  };

  if (state.type === "preview") {
    return (
      <ListPreview
        incoming={state.incoming}
        take={(ticked, theirs) => take(state.incoming, ticked, theirs)}
        leave={() => setState({ type: "choosing" })}
      />
    );
  }
  if (way === "scan") {
    return (
      <ScanRoom
        brought={pictures}
        onList={(sent) => {
          setPictures(NO_PICTURES);
          void incomingText(sent, here()).then((came) => {
            setState(
              came.ok
                ? { type: "preview", incoming: came.value }
                : { type: "choosing", failure: came.error.type },
            );
            location.hash = "#/share";
          });
        }}
      />
    );
  }
  if (shownCode !== undefined) {
    return <ShowCode {...shownCode} leave={() => setShownCode(undefined)} />;
  }
  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="end row">
          <a className="btn" href="#/channels">
            {channels.title}
          </a>
          <a className="btn" href="#/stick">
            {stick.door}
          </a>
          <a className="btn" href="#/open-stick">
            {stick.read}
          </a>
        </span>
      </div>
      {state.taken === undefined ? null : (
        <TakenLine taken={state.taken} undo={() => void undo()} />
      )}
      <div className={css.halves}>
        {messages === undefined ? (
          <GiveList onMessages={setMessages} onCode={setShownCode} />
        ) : (
          <MessageDesk {...messages} leave={() => setMessages(undefined)} />
        )}
        <TakeHalf reading={state.reading} failure={state.failure} open={(file) => void open(file)}>
          <ScanDoor
            onPictures={(brought) => {
              setPictures(brought);
              location.hash = "#/share/scan";
            }}
          />
          <TextBox
            pasted={state.pasted ?? ""}
            said={state.said}
            onPasted={(pasted) => void openText(pasted)}
          />
          <PastLists />
        </TakeHalf>
      </div>
    </main>
  );
};
