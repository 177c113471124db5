import type { Category } from "@dianbo/shared/category";
import type { Clip } from "@dianbo/shared/clip";
import type { RecordId } from "@dianbo/shared/identity";
import type { CapturedDocument } from "@dianbo/shared/portal";
import type { Result } from "@dianbo/shared/result";
import { useCallback, useRef, useState } from "react";
import { answeredDraft } from "../clipping/answered-draft.ts";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import type { ClipDraft } from "../clipping/clip-draft.ts";
import { picturesOf } from "../clipping/fetch-pictures.ts";
import type { Held } from "../clipping/find-held.ts";
import { askLeave, hostsOf } from "../clipping/host-leave.ts";
import { fileHosts } from "../clipping/needed-hosts.ts";
import { replaceHeld, undoReplace } from "../clipping/replace-held.ts";
import {
  refileClip,
  type SavedClip,
  type SaveFailure,
  saveDraft,
  undoSave,
} from "../clipping/save-clip.ts";
import { notePictures } from "../list-clipping/serve-pictures.ts";
import { forgetEdits } from "./drafts.ts";

/** How the pictures of a saved clip stand. */
export type PictureState =
  | { readonly state: "none" }
  | { readonly state: "fetching"; readonly done: number; readonly all: number }
  | { readonly state: "fetched"; readonly missing: number }
  | { readonly state: "refused" };

/** Where the one stroke stands. */
export type SaveState =
  | {
      readonly state: "open";
      readonly failure?: SaveFailure["type"];
      readonly undone?: "saving" | "replacing";
    }
  | { readonly state: "saving" }
  | {
      readonly state: "saved";
      readonly saved: SavedClip;
      readonly pictures: PictureState;
      readonly refiled: boolean;
    };

/** The one stroke: asks for leave, saves, lets undo and another category follow. */
export const useSave = (
  desk: ClipDesk,
): {
  readonly state: SaveState;
  readonly save: (
    draft: ClipDraft,
    category: Category | undefined,
    attachments: readonly CapturedDocument[],
  ) => void;
  /** Puts the page in the place of what is held. */
  readonly replace: (draft: ClipDraft, held: Held) => void;
  readonly refile: (category: Category) => void;
  /** Files a clip that waits in the inbox. */
  readonly adopt: (clip: Clip, category: Category) => void;
  readonly undo: () => void;
  readonly reset: () => void;
} => {
  const [state, setState] = useState<SaveState>({ state: "open" });
  const undoneId = useRef<RecordId | undefined>(undefined);
  const busy = useRef(false);

  const reset = useCallback(() => {
    undoneId.current = undefined;
    setState({ state: "open" });
  }, []);

  const setPictures = useCallback((id: RecordId, pictures: PictureState) => {
    setState((now) =>
      now.state === "saved" && now.saved.clip.id === id ? { ...now, pictures } : now,
    );
  }, []);

  const stroke = useCallback(
    (
      draft: ClipDraft,
      attachments: readonly CapturedDocument[],
      keep: (whole: ClipDraft, mayFetch: boolean) => Promise<Result<SavedClip, SaveFailure>>,
    ): void => {
      if (busy.current) return;
      busy.current = true;
      const needed = [...fileHosts(draft), ...attachments.map(({ url }) => url)];
      // The browser shows its question only in the very stroke: nothing may be awaited before it.
      const leave = askLeave(hostsOf(needed));
      setState({ state: "saving" });
      const run = async (): Promise<void> => {
        const mayFetch = await leave;
        // With leave the portal's own data may be asked for, of which the page told only where it is.
        const whole = mayFetch ? await answeredDraft(draft) : draft;
        const saved = await keep(whole, mayFetch);
        busy.current = false;
        if (!saved.ok) {
          setState({ state: "open", failure: saved.error.type });
          return;
        }
        undoneId.current = undefined;
        const { clip } = saved.value;
        const shown = picturesOf(whole, clip);
        const isRefused = !mayFetch && shown !== undefined && shown.body !== null;
        const pictures: PictureState = isRefused ? { state: "refused" } : { state: "none" };
        const owed = mayFetch ? shown : undefined;
        // Noted before it is said to be saved: from then on the panel may be closed.
        const fetchOwed = owed === undefined ? undefined : await notePictures(owed, desk);
        setState({ state: "saved", saved: saved.value, pictures, refiled: false });
        await forgetEdits(draft.source.canonical);
        if (fetchOwed === undefined) return;
        const missing = await fetchOwed((done, all) =>
          setPictures(clip.id, { state: "fetching", done, all }),
        );
        setPictures(clip.id, { state: "fetched", missing });
      };
      run().catch(() => {
        busy.current = false;
        // What was saved before something broke stays saved, and is said to be.
        setState((now) => (now.state === "saved" ? now : { state: "open", failure: "not-stored" }));
      });
    },
    [desk, setPictures],
  );

  const save = useCallback(
    (
      draft: ClipDraft,
      category: Category | undefined,
      attachments: readonly CapturedDocument[],
    ): void =>
      stroke(draft, attachments, (whole, mayFetch) =>
        saveDraft(whole, { category, mayFetch, attachments, again: undoneId.current }, desk),
      ),
    [desk, stroke],
  );

  const replace = useCallback(
    (draft: ClipDraft, held: Held): void =>
      stroke(draft, [], (whole, mayFetch) => replaceHeld(whole, held, mayFetch, desk)),
    [desk, stroke],
  );

  const adopt = useCallback(
    (clip: Clip, category: Category): void => {
      if (busy.current || clip.category === category) return;
      busy.current = true;
      void refileClip(clip, category, desk).then((moved) => {
        busy.current = false;
        setState((now) => {
          if (!moved.ok)
            return now.state === "saved" ? now : { state: "open", failure: moved.error.type };
          const pictures: PictureState = now.state === "saved" ? now.pictures : { state: "none" };
          const before = now.state === "saved" ? now.saved : undefined;
          const saved: SavedClip = {
            ...moved.value,
            attached: before?.attached ?? [],
            ...(before?.replaced === undefined ? {} : { replaced: before.replaced }),
          };
          return { state: "saved", saved, pictures, refiled: clip.category != null };
        });
      });
    },
    [desk],
  );

  const refile = useCallback(
    (category: Category): void => {
      if (state.state === "saved") adopt(state.saved.clip, category);
    },
    [adopt, state],
  );

  const undo = useCallback((): void => {
    if (state.state !== "saved" || busy.current) return;
    busy.current = true;
    const { saved } = state;
    const { clip, replaced } = saved;
    const undone =
      replaced === undefined ? undoSave(saved, desk) : undoReplace(clip, replaced, desk);
    void undone.then(() => {
      busy.current = false;
      undoneId.current = replaced === undefined ? clip.id : undefined;
      setState({ state: "open", undone: replaced === undefined ? "saving" : "replacing" });
    });
  }, [desk, state]);

  return { state, save, replace, refile, adopt, undo, reset };
};
