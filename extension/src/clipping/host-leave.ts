/** The match pattern of an address's host, both plain and secure: `*://host/*`. */
const patternOf = (address: string): string | undefined => {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? `*://${url.hostname}/*` : undefined;
  } catch {
    return undefined;
  }
};

/** The hosts that files and pictures of a clip lie on, the page's own first. */
export const hostsOf = (addresses: readonly (string | undefined)[]): readonly string[] => {
  const patterns = addresses.flatMap((address) => (address === undefined ? [] : (patternOf(address) ?? [])));
  return [...new Set(patterns)];
};

/** A host as people read it. */
export const hostName = (pattern: string): string => pattern.replace(/^\*:\/\/(.*)\/\*$/u, "$1");

/** Which of these hosts the browser has not yet given leave for. */
export const hostsWithoutLeave = async (hosts: readonly string[]): Promise<readonly string[]> => {
  const held = await Promise.all(
    hosts.map((host) => chrome.permissions.contains({ origins: [host] })),
  );
  return hosts.filter((_host, index) => held[index] !== true);
};

/**
 * Asks for leave. Must be called in the click or keystroke itself, before anything is awaited: the
 * browser shows its own question only then. `false` where the person or the browser refused.
 */
export const askLeave = async (hosts: readonly string[]): Promise<boolean> => {
  if (hosts.length === 0) return true;
  try {
    return await chrome.permissions.request({ origins: [...hosts] });
  } catch {
    return false;
  }
};
