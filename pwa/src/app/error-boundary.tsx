import { Component, type ContextType, type ReactNode } from "react";
import { Button } from "../design/button.tsx";
import { useWords } from "../locales/index.ts";
import { CopyForHelper } from "./copy-for-helper.tsx";
import { EventLogContext } from "./event-ring.ts";
import { FullPage } from "./full-page.tsx";
import type { Dependencies } from "./library-context.tsx";
import { faultOf, ownAddress } from "./page-faults.ts";

const Broken = ({ home }: { readonly home: Dependencies["home"] }) => {
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
      helper={<CopyForHelper home={home} />}
    >
      <p>{words.broken}</p>
      <p className="dim">{words.brokenElse}</p>
    </FullPage>
  );
};

/** Keeps a fault of one room from taking the whole app along. `place` is the room: another one starts afresh. */
export class ErrorBoundary extends Component<
  { readonly place: string; readonly home: Dependencies["home"]; readonly children: ReactNode },
  { readonly broken: boolean; readonly place: string }
> {
  static override contextType = EventLogContext;
  declare context: ContextType<typeof EventLogContext>;

  override state: { readonly broken: boolean; readonly place: string } = {
    broken: false,
    place: this.props.place,
  };

  static getDerivedStateFromError(): { readonly broken: true } {
    return { broken: true };
  }

  static getDerivedStateFromProps(
    props: { readonly place: string },
    state: { readonly place: string },
  ): { readonly broken: false; readonly place: string } | null {
    return props.place === state.place ? null : { broken: false, place: props.place };
  }

  override componentDidCatch(error: unknown): void {
    this.context.record(faultOf(error, ownAddress()));
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken home={this.props.home} /> : this.props.children;
  }
}
