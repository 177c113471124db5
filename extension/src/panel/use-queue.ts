import { useEffect, useState } from "react";
import { type ListedItem, type ListQueue, openListQueue } from "../inbox/index.ts";

/** What was ticked in lists, kept fresh. */
export interface PanelQueue {
  readonly queue: ListQueue | undefined;
  readonly items: readonly ListedItem[];
}

/** Opens the queue for as long as the panel stands. */
export const useQueue = (): PanelQueue => {
  const [state, setState] = useState<PanelQueue>({ queue: undefined, items: [] });
  useEffect(() => {
    const queue = openListQueue();
    let stopped = false;
    const refresh = (): void => {
      void queue.all().then((items) => {
        if (!stopped) setState({ queue, items });
      });
    };
    refresh();
    queue.subscribe(refresh);
    return () => {
      stopped = true;
      queue.close();
    };
  }, []);
  return state;
};
