const hostOf = (address: string): string | undefined => {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.hostname : undefined;
  } catch {
    return undefined;
  }
};

/** The hosts that files and pictures of a clip lie on, the page's own first. */
export const hostsOf = (addresses: readonly string[]): readonly string[] => [
  ...new Set(addresses.flatMap((address) => hostOf(address) ?? [])),
];

/** A host plain and secure: one pattern for both would be wider than what the manifest offers. */
const originsOf = (host: string): string[] => [`http://${host}/*`, `https://${host}/*`];

/** Which of these hosts the browser has not yet given leave for. */
export const hostsWithoutLeave = async (hosts: readonly string[]): Promise<readonly string[]> => {
  const held = await Promise.all(
    // A host that no pattern can name (an IPv6 address) is one without leave.
    hosts.map((host) =>
      chrome.permissions.contains({ origins: originsOf(host) }).catch(() => false),
    ),
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
    return await chrome.permissions.request({ origins: hosts.flatMap(originsOf) });
  } catch {
    return false;
  }
};
