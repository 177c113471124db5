import { type ReactNode, useRef } from "react";
import { Button } from "./button.tsx";

/** A button that lets the person choose a file; the same file may be chosen twice. */
export const FileButton = ({
  accept,
  children,
  icon,
  look = "plain",
  onFile,
}: {
  /** Endings or types, as the browser's file box wants them. */
  readonly accept: string;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly look?: "plain" | "go" | "text";
  readonly onFile: (file: File) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
      <Button look={look} icon={icon} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
};
