import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./settings.module.css";

/** Where the library is kept, whether the browser promised to keep it, and the way to ask. */
export const PersistenceRow = () => {
  const words = useWords().settings;
  const { home } = useDependencies();
  const [persisted, setPersisted] = useState<boolean>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    void navigator.storage.persisted().then(setPersisted);
  }, []);
  const ask = async (): Promise<void> => {
    const granted = await navigator.storage.persist();
    setPersisted(granted);
    setRefused(!granted);
  };
  if (home === "extension") return <span>{words.storageExtension}</span>;
  return (
    <div className={styles.storage}>
      <span role="status">
        {words.storageHere}
        {persisted === true ? words.persisted : refused ? words.refused : words.notPersisted}
      </span>
      {persisted === false ? <Button onClick={() => void ask()}>{words.askPersist}</Button> : null}
    </div>
  );
};
