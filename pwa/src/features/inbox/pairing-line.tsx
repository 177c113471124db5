import { Link2 } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import type { PairingDoor } from "../../app/inbox-source.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./inbox-room.module.css";

/** Whether clips go to the hosted app by themselves, and the way in and out of that. */
export const PairingLine = ({
  door,
  address,
}: {
  readonly door: PairingDoor;
  /** The hosted app that owns the library; `undefined` where it lives in the extension. */
  readonly address: string | undefined;
}) => {
  const { inbox } = useWords();
  const words = inbox.pairing;
  const paired = useSyncExternalStore(door.subscribe, door.address);
  const [refused, setRefused] = useState(false);
  if (paired !== undefined && (address === undefined || paired === address)) {
    return (
      <div className={`row ${css.pairing ?? ""}`}>
        <Link2 size={20} strokeWidth={1.75} aria-hidden="true" />
        <span className="grow">{words.on(paired)}</span>
        <Button onClick={() => void door.unpair()}>{words.off}</Button>
      </div>
    );
  }
  if (address === undefined) return null;
  return (
    <div className={`row ${css.pairing ?? ""}`}>
      <Link2 size={20} strokeWidth={1.75} aria-hidden="true" />
      <span className="grow" role="status">
        {refused ? words.refused : words.offerWhy}
      </span>
      <Button onClick={() => void door.pair(address).then((done) => setRefused(!done))}>
        {words.offer}
      </Button>
    </div>
  );
};
