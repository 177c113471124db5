/** What this browser profile chose under a key, if the browser lets us look: within another site's page it may not. */
export const keptChoice = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a choice; where the browser refuses, it holds only for this tab. */
export const keepChoice = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice is applied all the same; the page that says why nothing can be kept is shown anyway.
  }
};
