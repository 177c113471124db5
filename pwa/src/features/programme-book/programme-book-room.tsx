/** The programme list on screen. */
export const ProgrammeBookRoom = () => <main className="main" />;
