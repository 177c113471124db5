/** The builder of one set menu. `id` is the menu's record id from the address. */
export const SetMenuRoom = ({ id }: { readonly id: string }) => <main className="main" id={id} />;
