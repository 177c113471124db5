import { useEffect, useState } from "react";

/** What the browser says of the extension's button and shortcut; undefined while, or where, it does not say. */
export interface ToolbarState {
  /** The button stands on the toolbar itself, not behind the puzzle piece. */
  readonly isPinned: boolean | undefined;
  /** The keys as the browser writes them, or "" where another extension has taken them. */
  readonly shortcut: string | undefined;
}

const readToolbar = async (): Promise<ToolbarState> => {
  const settings =
    typeof chrome.action.getUserSettings === "function"
      ? await chrome.action.getUserSettings()
      : undefined;
  const commands = await chrome.commands.getAll();
  const ours = commands.find(({ name }) => name === "_execute_action");
  return { isPinned: settings?.isOnToolbar, shortcut: ours?.shortcut };
};

/** Follows button and shortcut; asked anew whenever the person comes back from the browser's own menus. */
export const useToolbar = (): ToolbarState => {
  const [state, setState] = useState<ToolbarState>({ isPinned: undefined, shortcut: undefined });
  useEffect(() => {
    const read = (): void => {
      void readToolbar().then(setState);
    };
    read();
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, []);
  return state;
};
