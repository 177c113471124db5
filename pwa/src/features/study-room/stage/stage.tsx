import { type Courseware, isListed } from "@dianbo/shared/courseware";
import { useEffect, useRef } from "react";
import { useDependencies, useSnapshot } from "../../../app/library-context.tsx";
import { type NamedPart, usePartNames } from "../part-name.tsx";
import { type Part, presentPart, spareFor } from "../place.ts";
import { useFootLine } from "../room-foot-words.ts";
import type { Saying } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import { showingOf } from "../showing.ts";
import type { Room } from "../use-room.ts";
import { ArticlePart } from "./article-part.tsx";
import { BrokenPart } from "./broken-part.tsx";
import { CallStrip } from "./call-strip.tsx";
import { ActivityCard, RestCard } from "./cards.tsx";
import { DocumentPart } from "./document-part.tsx";
import { FilmPart } from "./film-part.tsx";
import { OfficePart } from "./office-part.tsx";
import { PartBoundary } from "./part-boundary.tsx";
import { PicturePart } from "./picture-part.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useRegisterLine } from "./use-register-line.ts";
import { ViewerPart } from "./viewer-part.tsx";
import { WordsPart } from "./words-part.tsx";

const lineOf = (part: NamedPart | undefined): string | undefined =>
  part === undefined ? undefined : `${part.number ?? ""} ${part.title}`.trim();

/** By its number alone, as one says it across the room. */
const shortOf = ({ number, title }: NamedPart): string =>
  number === undefined ? `「${title}」` : String(number);

/** An item that left the library while it was queued: on with the evening. */
const GonePart = ({ onOver }: { readonly onOver: () => void }) => {
  const over = useRef(onOver);
  useEffect(() => over.current(), []);
  return null;
};

/** What comes on where the present part cannot be shown; `undefined` where somebody called it alone. */
const useInstead = (room: Room, present: Part): (() => void) | undefined => {
  const nameOf = usePartNames();
  const { items, menus } = useSnapshot();
  const { state, send } = room;
  const spare = spareFor(state.place, (menu) => {
    const id = menus.get(menu)?.spare ?? undefined;
    const item = id === undefined ? undefined : items.get(id);
    return item !== undefined && isListed(item) ? item.id : undefined;
  });
  const instead = spare ?? state.place.parts[state.place.at + 1];
  if (instead === undefined && present.menu === undefined) return undefined;
  return () =>
    send({
      type: "failed",
      spare,
      trouble: {
        broken: shortOf(nameOf(present)),
        instead: instead === undefined ? undefined : shortOf(nameOf(instead)),
        spare: spare !== undefined,
        item: "item" in present ? present.item : undefined,
      },
    });
};

/** The item that is on, in the form that suits its kind. */
const ItemOnStage = ({
  room,
  item,
  part,
}: {
  readonly room: Room;
  readonly item: Courseware;
  readonly part: StagePart;
}) => {
  const nameOf = usePartNames();
  const { stick } = useDependencies();
  const { state, send, press } = room;
  const after = state.place.parts[state.place.at + 1];
  const next = lineOf(after === undefined ? undefined : nameOf(after));
  // Where it began: the place's seconds move when the keypad comes up, the film must not start again.
  const from = useRef(state.place.seconds);
  const say = (saying: Saying): void => send({ type: "say", saying });
  const showing = showingOf(item, stick === undefined);
  switch (showing.type) {
    case "film":
      return (
        <FilmPart
          {...part}
          item={item}
          media={showing.media}
          from={from.current}
          paused={state.paused}
          next={next}
          press={press}
          calling={state.digits !== ""}
          loudness={room.loudness}
          speed={room.speed}
          onPause={(paused) => send({ type: "pause", paused })}
          onSay={say}
        />
      );
    case "article":
      return (
        <ArticlePart
          {...part}
          item={item}
          copy={showing.copy}
          press={press}
          points={room.points}
          onSay={say}
        />
      );
    case "pdf":
      return stick === undefined ? (
        <DocumentPart {...part} item={item} media={showing.media} press={press} />
      ) : (
        <ViewerPart {...part} item={item} media={showing.media} />
      );
    case "office":
      return (
        <OfficePart
          {...part}
          item={item}
          media={showing.media}
          form={showing.form}
          next={next}
          press={press}
          points={room.points}
          onSay={say}
        />
      );
    case "picture":
      return <PicturePart {...part} item={item} media={showing.media} />;
    case "words":
      return <WordsPart {...part} item={item} why={showing.why} next={next} />;
  }
};

/** One part of the evening; a new turn is a new one of these. */
const PartOnStage = ({ room, present }: { readonly room: Room; readonly present: Part }) => {
  const nameOf = usePartNames();
  const { state, send, controls } = room;
  const named = nameOf(present);
  const still = state.paused || state.black || state.rest !== undefined;
  // Going on after a power cut is not another showing.
  const goesOn = useRef(state.place.seconds > 0).current;
  const line = useRegisterLine(room, named.item, { menu: present.menu, still, goesOn });
  const part: StagePart = {
    controls,
    still,
    onStarted: line.started,
    onOver: () => {
      line.completed();
      send({ type: "next" });
    },
    onFailed: useInstead(room, present),
  };
  if ("activity" in present)
    return <ActivityCard room={room} part={part} activity={present.activity} />;
  if (named.item === undefined) return <GonePart onOver={part.onFailed ?? part.onOver} />;
  return (
    <PartBoundary
      broken={
        <BrokenPart
          item={named.item}
          missing={false}
          why="part-broken"
          still={part.still}
          onFailed={part.onFailed}
        />
      }
    >
      <ItemOnStage room={room} item={named.item} part={part} />
    </PartBoundary>
  );
};

/** What is shown: the present part, an intermission over it, a called number over both. */
export const Stage = ({ room }: { readonly room: Room }) => {
  const words = useRoomWords();
  const line = useFootLine(room);
  const { state } = room;
  const present = presentPart(state.place);
  const inFront = state.front === "stage";
  const said = state.saying !== undefined || state.digits !== "";
  return (
    <>
      {present !== undefined && state.begun ? (
        <section key={state.turn} className={styles["stage"]} aria-label={words.playing.picture}>
          <PartOnStage room={room} present={present} />
        </section>
      ) : null}
      {state.rest === undefined ? null : <RestCard room={room} rest={state.rest} />}
      {state.digits !== "" && (inFront || state.rest !== undefined) ? (
        <CallStrip room={room} />
      ) : null}
      {inFront && said && state.digits === "" && state.rest === undefined ? (
        <p className={`${styles["line"]} ${styles["above"]}`} role="status">
          {line}
        </p>
      ) : null}
    </>
  );
};
