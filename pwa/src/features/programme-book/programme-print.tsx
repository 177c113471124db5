/** The A4 pages of the on-demand book, as they come out of the printer. */
export const ProgrammePrint = () => <main className="main" />;
