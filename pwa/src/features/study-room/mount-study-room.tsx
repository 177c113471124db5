import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../../design/tokens.css";
import "../../design/base.css";
import { DependenciesProvider, type Dependencies } from "../../app/library-context.tsx";
import { openDependencies } from "../../app/open-dependencies.ts";
import { chosenLanguage } from "../../locales/chosen-language.ts";
import { StudyRoom } from "./room.tsx";
import { RoomWordsProvider, roomWords } from "./room-words.ts";
import { CannotOpen } from "./cannot-open.tsx";

/** Opens the library and draws the study room into `#root`. */
export const mountStudyRoom = async ({
  home,
}: {
  readonly home: Dependencies["home"];
}): Promise<void> => {
  const element = document.getElementById("root");
  if (element === null) return;
  const words = roomWords();
  document.documentElement.lang = chosenLanguage();
  document.title = words.room;
  document.body.classList.add("room");
  // A right click or a long press must not open a menu in front of thirty people.
  document.addEventListener("contextmenu", (event) => event.preventDefault());
  const root = createRoot(element);
  // A newer version in the office may want the database; the room lets go only when it is opened again.
  const opened = await openDependencies(home, () => undefined);
  root.render(
    <StrictMode>
      <RoomWordsProvider value={words}>
        {opened.ok ? (
          <DependenciesProvider value={opened.value}>
            <StudyRoom />
          </DependenciesProvider>
        ) : (
          <CannotOpen why={opened.error.type} />
        )}
      </RoomWordsProvider>
    </StrictMode>,
  );
};
