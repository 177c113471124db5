import type { ComponentProps, ReactNode } from "react";

/**
 * A button: ink on paper, words always. `go` is the one primary of a screen, `text` has no border,
 * `bad` is for what will be gone.
 */
export const Button = ({
  look = "plain",
  icon,
  children,
  className,
  ...rest
}: ComponentProps<"button"> & {
  readonly look?: "plain" | "go" | "text" | "bad";
  readonly icon?: ReactNode;
}) => (
  <button
    type="button"
    {...rest}
    className={["btn", look === "plain" ? "" : look, className ?? ""].filter(Boolean).join(" ")}
  >
    {icon}
    {children}
  </button>
);

/** A key as it stands on the keyboard. */
export const Key = ({ children }: { readonly children: ReactNode }) => (
  <kbd className="kbd">{children}</kbd>
);
