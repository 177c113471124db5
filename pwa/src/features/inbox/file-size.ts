const MB = 1024 * 1024;

/** A size as people say it: whole MB, or GB with one place. */
export const fileSize = (bytes: number): string => {
  if (bytes >= 1024 * MB) return `${(bytes / (1024 * MB)).toFixed(1)} GB`;
  if (bytes >= MB) return `${Math.round(bytes / MB)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
};
