import { useWords } from "../../locales/index.ts";

/** The page of one item. */
export const ItemRoom = ({ id }: { readonly id: string }) => {
  const { item: words } = useWords();
  return (
    <main className="main" data-item={id}>
      <a href="#/library" className="btn text">
        {words.back}
      </a>
    </main>
  );
};
