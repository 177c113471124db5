import { type DragEvent, useState } from "react";

/** A place on which files can be dropped. */
export interface FileDrop {
  /** Whether files hang over it. */
  readonly over: boolean;
  readonly props: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Takes files that are dropped on an element; dragged rows and text pass by. */
export const useFileDrop = (take: (files: readonly File[]) => void): FileDrop => {
  const [over, setOver] = useState(false);
  return {
    over,
    props: {
      onDragOver: (event) => {
        if (event.defaultPrevented || !carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      },
      onDragLeave: (event) => {
        if (event.target === event.currentTarget) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (event.defaultPrevented || files.length === 0) return;
        event.preventDefault();
        take(files);
      },
    },
  };
};
