/** Where what another program shared waits between the worker that gets it and the page that opens it. */
const SHELF = "dianbo-shared";
const NAME = "./shared-list/waiting";
const TITLE = "x-dianbo-name";
/** As `share_target` in the manifest has it. */
const ADDRESS = /\/shared-list$/u;

/** What was shared: a file, or a text out of a chat. */
export type SharedThing = File | string;

/** Whether a request is another program sharing something with the installed app. */
export const isSharing = ({ method, url }: Request): boolean =>
  method === "POST" && ADDRESS.test(new URL(url).pathname);

/** In the worker: lays what was shared aside, and leads to the room that opens it. */
export const keepShared = async (request: Request): Promise<Response> => {
  const there = Response.redirect(new URL("./index.html?shared#/share", request.url).href, 303);
  try {
    const form = await request.formData();
    const file = form.get("list");
    const text = form.get("text");
    const shared = file instanceof File && file.size > 0 ? file : text;
    if (shared === null) return there;
    const name = shared instanceof File ? encodeURIComponent(shared.name) : "";
    const shelf = await caches.open(SHELF);
    await shelf.put(NAME, new Response(shared, { headers: { [TITLE]: name } }));
  } catch {
    // No room, or no form: the room opens all the same, and the person chooses the file there.
  }
  return there;
};

/** In the page: what was shared and has not been opened yet; once. */
export const takeShared = async (): Promise<SharedThing | undefined> => {
  if (!new URLSearchParams(location.search).has("shared") || !("caches" in globalThis)) {
    return undefined;
  }
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(NAME);
  await shelf.delete(NAME);
  history.replaceState(history.state, "", `${location.pathname}${location.hash}`);
  if (kept === undefined) return undefined;
  const name = decodeURIComponent(kept.headers.get(TITLE) ?? "");
  return name === "" ? await kept.text() : new File([await kept.blob()], name);
};
