import { Button } from "../design/button.tsx";
import { useWords } from "../locales/index.ts";
import type { OpenFailure } from "../storage/index.ts";
import { CopyForHelper } from "./copy-for-helper.tsx";
import { FullPage } from "./full-page.tsx";
import type { Dependencies } from "./library-context.tsx";

/** The library could not be opened: why, what was kept, and the way out. */
export const OpeningFailure = ({
  failure,
  home,
}: {
  readonly failure: OpenFailure;
  readonly home: Dependencies["home"];
}) => {
  const { shell: words } = useWords();
  const { title, why, next } = words.openFailures[failure.type];
  return (
    <FullPage
      title={title}
      actions={
        failure.type === "embedded" ? (
          <a className="btn go" href={location.href} target="_blank" rel="noreferrer">
            {words.ownWindow}
          </a>
        ) : (
          <Button look="go" onClick={() => location.reload()}>
            {words.openAgain}
          </Button>
        )
      }
      helper={<CopyForHelper home={home} />}
    >
      <p>{why}</p>
      <p>{next}</p>
    </FullPage>
  );
};
