/** The inbox room: clips that wait for a category or their file. */
export const InboxRoom = () => <main className="main" />;
