import { BadgeCheck, TriangleAlert, Undo2 } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./stick.module.css";
import type { Reading } from "./use-reading.ts";
import type { StickFacts } from "./what-is-on-it.ts";

/** What was shown from the stick, entered in the register as one step. */
export const ReceiptsSheet = ({
  reading,
  facts,
}: {
  readonly reading: Reading;
  readonly facts: StickFacts;
}) => {
  const { stick: words } = useWords();
  const { desk, state } = reading;
  const { fresh, any, foreign, clockWasWrong } = facts.receipts;
  const { result } = state;
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="stick-receipts">
      <h2 id="stick-receipts">{words.receipts}</h2>
      {fresh > 0 ? (
        <>
          <p>
            <b>{words.receiptsNew(fresh)}</b>
            {clockWasWrong ? ` ${words.receiptsClock}` : null}
          </p>
          <div className={css.acts}>
            <Button look="go" onClick={() => void desk.takeReceipts()}>
              {words.receiptsTake}
            </Button>
          </div>
        </>
      ) : result.type === "receipts" ? null : (
        <p className="dim">{any ? words.receiptsKnown : words.receiptsNone}</p>
      )}
      {foreign === 0 ? null : <p className="small">{words.receiptsForeign(foreign)}</p>}
      <div role="status">
        {result.type === "receipts" && fresh === 0 ? (
          <div className={`note ok ${css.result ?? ""}`}>
            <Icon of={BadgeCheck} />
            <span className="grow">
              {words.receiptsTaken(result.count)} <a href="#/register">{words.toRegister}</a>
            </span>
            <Button
              look="text"
              icon={<Icon of={Undo2} size={18} />}
              onClick={() => void desk.undoReceipts()}
            >
              {words.receiptsUndo}
            </Button>
          </div>
        ) : null}
        {result.type === "receipts-not-kept" ? (
          <div className={`note warn ${css.result ?? ""}`}>
            <Icon of={TriangleAlert} />
            <span>{words.receiptsNotKept}</span>
          </div>
        ) : null}
      </div>
    </section>
  );
};
