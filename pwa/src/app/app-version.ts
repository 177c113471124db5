/** The version that is shown; `package.json` says the same. */
export const APP_VERSION = "0.1.0";
