import { useSnapshot } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";

/** The page of one item. */
export const ItemRoom = ({ id }: { readonly id: string }) => {
  const { item: words } = useWords();
  const { items } = useSnapshot();
  const item = [...items.values()].find((one) => one.id === id);
  return (
    <main className="main">
      <div className="head">
        <a href="#/library" className="btn text">
          {words.back}
        </a>
        <h1>{item?.title ?? words.gone}</h1>
      </div>
    </main>
  );
};
