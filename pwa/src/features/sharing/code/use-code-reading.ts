import { isChannelLink } from "@dianbo/shared/channel";
import { openCodeReader, type SentList } from "@dianbo/shared/sharing";
import { useEffect, useRef, useState } from "react";
import { bringChannel } from "../../../app/channel-files.ts";
import { openCodeDesk } from "../../../app/qr-reading/code-desk.ts";
import { readPicture } from "../../../app/qr-reading/read-picture.ts";
import { useWords } from "../../../locales/index.ts";
import { type CodeSaid, saidOf } from "./code-said.ts";

/** A long picture has so many codes at most, a photographed wall of them too. */
const CODES_IN_PICTURE = 100;

/** What has been gathered of a list that moves. */
export interface Gathered {
  readonly held: number;
  readonly needed: number;
}

/** Codes as they are seen, and what has come of them. */
export interface CodeReading {
  readonly gathered: Gathered | undefined;
  readonly said: CodeSaid | undefined;
  readonly say: (text: string | undefined) => void;
  /** How many pictures are being looked at. */
  readonly reading: number;
  readonly see: (texts: readonly string[]) => void;
  readonly seePictures: (files: readonly File[]) => Promise<void>;
  readonly startOver: () => void;
}

/** Reads one code after the other, from wherever they come, until they are a list. */
export const useCodeReading = (onList: (sent: SentList) => void): CodeReading => {
  const { codes: words } = useWords();
  const [reader] = useState(openCodeReader);
  const [gathered, setGathered] = useState<Gathered>();
  const [said, setSaid] = useState<CodeSaid>();
  const [reading, setReading] = useState(0);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  /** The list, once it is whole. */
  const take = (texts: readonly string[]): SentList | undefined => {
    for (const text of texts) {
      const seen = reader.see(text);
      if (seen.type === "list") return seen.sent;
      if (seen.type === "frame") setGathered({ held: seen.held, needed: seen.needed });
      if (seen.type === "refused") setGathered(undefined);
      if (seen.type !== "damaged-frame") setSaid(saidOf(seen, words));
    }
    return undefined;
  };

  /** Whether one of the codes is a channel's; its own room takes it. */
  const isChannels = (texts: readonly string[]): boolean => {
    const link = texts.find(isChannelLink);
    if (link !== undefined) bringChannel(link);
    return link !== undefined;
  };

  const see = (texts: readonly string[]): void => {
    if (left.current || isChannels(texts)) return;
    const sent = take(texts);
    if (sent !== undefined) onList(sent);
  };

  const seePictures = async (files: readonly File[]): Promise<void> => {
    setReading(files.length);
    setSaid(undefined);
    const desk = openCodeDesk();
    try {
      for (const file of files) {
        const texts = await readPicture(desk, file, CODES_IN_PICTURE);
        if (left.current || (texts.ok && isChannels(texts.value))) return;
        const sent = texts.ok ? take(texts.value) : undefined;
        if (sent !== undefined) {
          onList(sent);
          return;
        }
        if (!texts.ok) setSaid({ text: words.failures[texts.error.type], bad: true });
      }
    } finally {
      desk.close();
      if (!left.current) setReading(0);
    }
  };

  return {
    gathered,
    said,
    say: (text) => setSaid(text === undefined ? undefined : { text, bad: true }),
    reading,
    see,
    seePictures,
    startOver: () => {
      reader.startOver();
      setGathered(undefined);
      setSaid(undefined);
    },
  };
};
