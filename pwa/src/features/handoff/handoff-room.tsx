/** Where an extension's tab hands over its inbox (`#/handoff`). */
export const HandoffRoom = () => <main className="main" />;
