/** The list of all set menus. */
export const SetMenusRoom = () => <main className="main" />;
