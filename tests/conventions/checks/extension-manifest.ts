/** What the built extension asks for at install. */

/** Permissions that make the browser warn at install, and those that DESIGN leaves to a later question. */
const WARNING = [
  "tabs",
  "downloads",
  "notifications",
  "declarativeNetRequest",
  "declarativeNetRequestFeedback",
  "history",
  "bookmarks",
  "webNavigation",
  "topSites",
  "geolocation",
  "clipboardRead",
  "management",
  "nativeMessaging",
  "debugger",
  "proxy",
  "privacy",
  "pageCapture",
  "tabCapture",
  "desktopCapture",
  "sessions",
];

/** The parts of a manifest that are judged. */
interface ExtensionManifest {
  readonly manifest_version?: number;
  readonly key?: string;
  readonly minimum_chrome_version?: string;
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly content_security_policy?: { readonly extension_pages?: string };
}

/** Whether scripts may come from elsewhere, stand in the page, or be made from text. */
const runsForeignCode = (policy: string): boolean => {
  const directives = policy.split(";").map((one) => one.trim().split(/\s+/));
  const sources =
    directives.find(([name]) => name === "script-src") ??
    directives.find(([name]) => name === "default-src") ??
    [];
  return sources
    .slice(1)
    .some((source) => !["'self'", "'none'", "'wasm-unsafe-eval'"].includes(source));
};

/** What is wrong with the Chromium manifest; empty when it keeps every promise. */
export const manifestFaults = (manifest: ExtensionManifest): string[] => {
  const { permissions = [], host_permissions = [], content_scripts = [] } = manifest;
  const policy = manifest.content_security_policy?.extension_pages ?? "";
  const faults: (string | false)[] = [
    manifest.manifest_version !== 3 && "it is not of manifest version 3",
    !manifest.key && "it has no fixed key: moving the folder would lose the library",
    manifest.minimum_chrome_version !== "109" && "minimum_chrome_version is not 109",
    permissions.length > 10 && `it asks for ${permissions.length} permissions (at most 10)`,
    host_permissions.length > 0 && `it asks for hosts at install: ${host_permissions.join(" ")}`,
    content_scripts.length > 0 && "a static content script is a host at install",
    runsForeignCode(policy) && `its policy allows foreign code: ${policy}`,
  ];
  const warned = permissions
    .filter((name) => WARNING.includes(name) || /:\/\/|<all_urls>/.test(name))
    .map((name) => `permission "${name}" warns at install`);
  return [...faults.filter((fault) => fault !== false), ...warned];
};
