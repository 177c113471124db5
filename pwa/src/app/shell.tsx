/** The office shell: a rail on the desk, sheets beside it. */
export const Shell = () => <div className="app" />;
