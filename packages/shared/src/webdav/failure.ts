/** Why a host did not do what it was asked. */
export interface DavFailure {
  readonly type:
    | "no-answer"
    /** It points elsewhere; nobody follows with a password. */
    | "moved"
    | "wrong-password"
    | "forbidden"
    | "not-there"
    /** The folder that it should go into is not there. */
    | "no-parent"
    /** There already, and nothing was to be replaced. */
    | "exists"
    | "no-room"
    /** It answers, and does not know WebDAV. */
    | "not-webdav"
    | "busy"
    | "too-large"
    | "refused";
}

const BY_STATUS: Readonly<Record<number, DavFailure["type"]>> = {
  401: "wrong-password",
  403: "forbidden",
  404: "not-there",
  405: "not-webdav",
  409: "no-parent",
  410: "not-there",
  412: "exists",
  413: "no-room",
  423: "busy",
  425: "busy",
  429: "busy",
  501: "not-webdav",
  507: "no-room",
};

/** What a status that is no success means (RFC 4918, RFC 9110). */
export const failureOfStatus = (status: number): DavFailure => ({
  type: BY_STATUS[status] ?? (status >= 500 ? "busy" : "refused"),
});
