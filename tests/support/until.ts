/** Waits for what must come true, asking again and again; says what it waited for when it does not. */
export const until = async (
  holds: () => Promise<boolean>,
  what: string,
  seconds = 20,
): Promise<void> => {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
