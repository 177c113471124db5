import { isListed } from "@dianbo/shared/courseware";
import { useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./elsewhere.module.css";
import { MovingStatus } from "./moving-status.tsx";
import { useHomes } from "./use-homes.ts";
import { useOpenedMove, useOpeningMove } from "./use-moving.ts";

/** Whether nothing runs, so that a move may be begun (again). */
const isIdle = (state: string): boolean =>
  state === "still" || state === "not-opened" || state === "refused" || state === "failed";

/** The extension's side: where to, or back from where. */
const Opening = () => {
  const { elsewhere } = useWords();
  const words = elsewhere.move;
  const homes = useHomes();
  const { items, menus } = useSnapshot();
  const { state, moving, start } = useOpeningMove();
  const [place] = useState(homes.place);
  const [address, setAddress] = useState(homes.usualAddress);
  const [wrong, setWrong] = useState(false);
  const idle = isIdle(state.state);
  const begun = state.state !== "still";
  if (place.at === "there" && place.address !== undefined) {
    const from = place.address;
    return (
      <>
        {state.state === "took" ? null : <p>{words.toExtensionWhy(from)}</p>}
        {begun ? <MovingStatus state={state} moving={moving} asksHere={false} /> : null}
        {idle ? (
          <Button look="go" onClick={() => start(from, "taker")}>
            {begun || place.copy === "arriving" ? words.again : words.goBack}
          </Button>
        ) : null}
      </>
    );
  }
  const listed = [...items.values()].filter(isListed).length;
  const alive = [...menus.values()].filter(({ life }) => life !== "deleted").length;
  return (
    <>
      {state.state === "gave" ? null : (
        <p>{words.toHostedWhy(words.titlesAndMenus(listed, alive))}</p>
      )}
      {begun ? <MovingStatus state={state} moving={moving} asksHere={false} /> : null}
      {idle ? (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            const fits = homes.isAppAddress(address);
            setWrong(!fits);
            if (fits) start(address.trim(), "giver");
          }}
        >
          <label>
            <span className="small">{words.address}</span>
            <input
              className="field"
              value={address}
              inputMode="url"
              spellCheck={false}
              aria-invalid={wrong}
              onChange={(event) => setAddress(event.target.value)}
            />
          </label>
          <Button type="submit" look="go">
            {begun ? words.again : words.go}
          </Button>
          <p role="status">{wrong ? words.wrong : null}</p>
        </form>
      ) : null}
    </>
  );
};

/** The hosted app's side: opened by the extension, asks, moves. */
const Opened = () => {
  const { elsewhere } = useWords();
  const { state, moving } = useOpenedMove();
  if (moving === undefined) return <p>{elsewhere.move.hostedAlone}</p>;
  if (state.state === "still") return <p role="status">{elsewhere.move.knocking}</p>;
  return <MovingStatus state={state} moving={moving} asksHere={true} />;
};

/** The move of the whole book from one home to another (`#/move`). */
export const MoveRoom = () => {
  const { elsewhere } = useWords();
  const { home } = useDependencies();
  const homes = useHomes();
  const [place] = useState(homes.place);
  const title =
    home === "hosted"
      ? elsewhere.move.title
      : place.at === "here"
        ? elsewhere.move.toHosted
        : elsewhere.move.toExtension;
  return (
    <main className="main">
      <div className="head">
        <h1>{title}</h1>
      </div>
      <section className={`sheet ${css.sheet ?? ""}`}>
        {home === "extension" ? <Opening /> : <Opened />}
      </section>
    </main>
  );
};
