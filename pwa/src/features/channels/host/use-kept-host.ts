import type { ChannelId } from "@dianbo/shared/channel";
import { useEffect, useMemo, useState } from "react";
import { useDependencies } from "../../../app/library-context.tsx";
import { openSecrets, type SecretFailure } from "../../../storage/personal/secrets.ts";
import { aboutOf, draftFrom, type HostDraft } from "./host-draft.ts";

/** A host as this PC remembers it. */
export interface KeptHost {
  /** `locked`: its secret lies behind a PIN; `missing`: it went with one; `none`: nothing is kept. */
  readonly secret: "open" | "locked" | "missing" | "none";
  readonly draft: HostDraft;
}

/** The host that a channel goes to, kept on this PC alone; `kept` is `undefined` until it is read. */
export const useKeptHost = (channel: ChannelId) => {
  const { newId } = useDependencies();
  const [kept, setKept] = useState<KeptHost>();
  const [notKept, setNotKept] = useState<SecretFailure["type"]>();
  const store = useMemo(() => openSecrets(newId), [newId]);
  useEffect(() => store.close, [store]);
  const key = `channel:${channel}`;

  const read = async (): Promise<KeptHost> => {
    const found = await store.get(key);
    const text = found?.secret.state === "open" ? found.secret.text : "";
    return { secret: found?.secret.state ?? "none", draft: draftFrom(found?.about, text) };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once per channel; `read` is new at every drawing
  useEffect(() => {
    let left = false;
    void read().then((host) => {
      if (!left) setKept(host);
    });
    return () => {
      left = true;
    };
  }, [store, key]);

  return {
    kept,
    /** Why the last form could not be kept. */
    notKept,
    keep: async (draft: HostDraft): Promise<void> => {
      const done = await store.keep(key, aboutOf(draft), draft.secret);
      setNotKept(done.ok ? undefined : done.error.type);
      if (done.ok) setKept({ secret: "open", draft });
    },
    /** Opens the secret with the PIN; answers the form, or why not. */
    unlock: async (pin: string): Promise<HostDraft | SecretFailure["type"]> => {
      const done = await store.unlock(pin);
      if (!done.ok) return done.error.type;
      const host = await read();
      setKept(host);
      return host.draft;
    },
    forget: async (): Promise<void> => {
      await store.drop(key);
      setNotKept(undefined);
      setKept({ secret: "none", draft: draftFrom(undefined, "") });
    },
  };
};
