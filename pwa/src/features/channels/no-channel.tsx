import { useWords } from "../../locales/index.ts";

/** In the place of a channel's room: its channel is still being opened, or is no longer there. */
export const NoChannel = ({ opening }: { readonly opening: boolean }) => {
  const { channels: words } = useWords();
  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <p role="status">
        {opening ? words.opening : words.gone}{" "}
        {opening ? null : <a href="#/channels">{words.back}</a>}
      </p>
    </main>
  );
};
