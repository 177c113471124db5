import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../../../design/icon.tsx";
import styles from "./host.module.css";

/**
 * A button of the host's screen. A click leaves the keyboard where it is: Enter and digits go on belonging to
 * the room. Whoever comes with Tab has it as any button.
 */
export const HostButton = ({
  icon,
  look = "plain",
  chosen,
  label,
  onPress,
  children,
}: {
  readonly icon?: LucideIcon;
  readonly look?: "plain" | "main" | "edge" | "small";
  /** For one of several that exclude each other. */
  readonly chosen?: boolean;
  /** What a reader says where the words alone are too short. */
  readonly label?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={`${styles["button"]} ${styles[look]} ${chosen === true ? styles["chosen"] : ""}`}
    aria-pressed={chosen}
    aria-label={label}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {icon === undefined ? null : <Icon of={icon} size={look === "main" ? 24 : 20} />}
    {children}
  </button>
);
