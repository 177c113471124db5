import type { CoursewareKind } from "@dianbo/shared/courseware";
import {
  AudioLines,
  Clapperboard,
  FileText,
  Film,
  Link,
  type LucideIcon,
  Paperclip,
} from "lucide-react";
import { useWords } from "../locales/index.ts";

const ICONS: Readonly<Record<CoursewareKind, LucideIcon>> = {
  video: Film,
  film: Clapperboard,
  audio: AudioLines,
  article: FileText,
  document: Paperclip,
  link: Link,
};

/** A kind of courseware: its icon and its word. */
export const KindOf = ({ kind }: { readonly kind: CoursewareKind }) => {
  const { library: words } = useWords();
  const Icon = ICONS[kind];
  return (
    <>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      {words.kinds[kind]}
    </>
  );
};
