import { BookOpen, Projector } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { LibraryPlace } from "../../app/homes.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./elsewhere.module.css";
import { KeptCopy } from "./kept-copy.tsx";
import { openAnew, useHomes } from "./use-homes.ts";

type There = Extract<LibraryPlace, { at: "there" }>;

/** What is on its way here, and how it goes on. */
const OnItsWay = ({ place }: { readonly place: There }) => {
  const { elsewhere: words } = useWords();
  const homes = useHomes();
  switch (place.copy) {
    case "none":
      return null;
    case "kept":
      return <KeptCopy since={place.since} />;
    case "arriving":
      return (
        <div className={`note warn ${css.note ?? ""}`}>
          <p className="grow">
            {words.arriving} {place.address === undefined ? words.arrivingGoOn : null}
          </p>
          {place.address === undefined ? null : (
            <a className="btn" href="#/move">
              {words.arrivingGoOnHere}
            </a>
          )}
        </div>
      );
    case "arrived":
      return (
        <div className={`note warn ${css.note ?? ""}`}>
          <p className="grow">{words.arrived}</p>
          <Button
            look="go"
            onClick={() => void homes.settle({ at: "here" }).then(() => openAnew("/"))}
          >
            {words.useHere}
          </Button>
        </div>
      );
  }
};

/** The way back for whoever has lost the other home. */
const Lost = ({ place }: { readonly place: There }) => {
  const { elsewhere: words } = useWords();
  const homes = useHomes();
  if (place.copy === "arriving" || place.copy === "arrived") return null;
  return (
    <details className={css.lost}>
      <summary>{words.lost}</summary>
      <p>{place.copy === "kept" ? words.lostKept : words.lostNone}</p>
      <Button onClick={() => void homes.settle({ at: "here" }).then(() => openAnew("/"))}>
        {words.lostUse}
      </Button>
    </details>
  );
};

const never = () => () => undefined;
const no = () => false;

/** A button into the extension, where it answers; a web page cannot open it by itself. */
const IntoExtension = () => {
  const { elsewhere: words } = useWords();
  const { arrivals } = useDependencies();
  const linked = useSyncExternalStore(
    arrivals?.subscribe ?? never,
    arrivals === undefined ? no : () => arrivals.state().linked,
  );
  if (arrivals === undefined || !linked) return null;
  return (
    <p className="row">
      <Button
        look="go"
        icon={<Icon of={BookOpen} />}
        onClick={() => arrivals.openExtension("book")}
      >
        {words.openBook}
      </Button>
    </p>
  );
};

/** All that a home shows of the book when the book is in another home on this PC. */
export const DoorRoom = ({ place }: { readonly place: There }) => {
  const { elsewhere: words } = useWords();
  const { address } = place;
  return (
    <main className="main">
      <div className="head">
        <h1 className={css.head}>
          {address === undefined ? words.inExtension : words.inHosted(address)}
        </h1>
      </div>
      <section className={`sheet ${css.sheet ?? ""}`}>
        <p className={css.big}>{address === undefined ? words.extensionHow : words.hostedWhy}</p>
        {address === undefined ? (
          <IntoExtension />
        ) : (
          <p className="row">
            <a className="btn go" href={address}>
              <Icon of={BookOpen} />
              {words.openBook}
            </a>
            <a className="btn" href={new URL("room.html", address).href}>
              <Icon of={Projector} />
              {words.openRoom}
            </a>
          </p>
        )}
        <OnItsWay place={place} />
        <Lost place={place} />
      </section>
    </main>
  );
};
