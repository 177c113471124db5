import { Component, type ReactNode } from "react";

/** Keeps the room standing when a part of the evening breaks while it is drawn. */
export class PartBoundary extends Component<
  { readonly children: ReactNode; readonly broken: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.broken : this.props.children;
  }
}
