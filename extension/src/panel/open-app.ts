/** Opens the app inside the extension at a route, in a tab of its own. */
export const openApp = (route: string): void => {
  void chrome.tabs.create({ url: `app.html#${route}` });
};
