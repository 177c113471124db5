import { useWords } from "../../locales/index.ts";

/** The library: five shelves, search, bulk acts. */
export const LibraryRoom = () => {
  const { library: words } = useWords();
  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
      </div>
    </main>
  );
};
