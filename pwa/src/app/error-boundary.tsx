import { Component, type ReactNode } from "react";
import { Button } from "../design/button.tsx";
import { useWords } from "../locales/index.ts";
import { FullPage } from "./full-page.tsx";

const Broken = ({ error }: { readonly error: Error }) => {
  const { shell: words } = useWords();
  return (
    <FullPage
      title={words.brokenTitle}
      actions={
        <>
          <Button look="go" onClick={() => location.reload()}>
            {words.openAgain}
          </Button>
          <a className="btn" href="#/">
            {words.toToday}
          </a>
        </>
      }
    >
      <p>{words.broken}</p>
      <details>
        <summary>{words.forHelper}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </FullPage>
  );
};

/** Keeps a fault of one room from taking the whole app along. `place` is the room: another one starts afresh. */
export class ErrorBoundary extends Component<
  { readonly place: string; readonly children: ReactNode },
  { readonly error: Error | undefined; readonly place: string }
> {
  override state: { readonly error: Error | undefined; readonly place: string } = {
    error: undefined,
    place: this.props.place,
  };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    props: { readonly place: string },
    state: { readonly place: string },
  ): { readonly error: undefined; readonly place: string } | null {
    return props.place === state.place ? null : { error: undefined, place: props.place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Broken error={error} />;
  }
}
