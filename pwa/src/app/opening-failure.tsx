import { Button } from "../design/button.tsx";
import { useWords } from "../locales/index.ts";
import type { OpenFailure } from "../storage/index.ts";
import { FullPage } from "./full-page.tsx";

/** The library could not be opened: why, that nothing is lost, and the way out. */
export const OpeningFailure = ({ failure }: { readonly failure: OpenFailure }) => {
  const { shell: words } = useWords();
  const again = (
    <Button look="go" onClick={() => location.reload()}>
      {words.openAgain}
    </Button>
  );
  switch (failure.type) {
    case "blocked":
      return (
        <FullPage title={words.blockedTitle} actions={again}>
          <p>{words.blocked}</p>
        </FullPage>
      );
    case "newer-data":
      return (
        <FullPage title={words.newerTitle} actions={again}>
          <p>{words.newer}</p>
        </FullPage>
      );
    case "storage-refused":
      return (
        <FullPage title={words.refusedTitle} actions={again}>
          <p>{words.refused}</p>
          <details>
            <summary>{words.forHelper}</summary>
            <pre>{failure.message}</pre>
          </details>
        </FullPage>
      );
  }
};
