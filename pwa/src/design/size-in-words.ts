const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** A number of bytes as people say it: 21 MB, 1.2 GB. */
export const sizeInWords = (bytes: number): string => {
  const power = Math.min(
    UNITS.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)),
  );
  const value = bytes / 1024 ** power;
  return `${value < 10 && power > 1 ? value.toFixed(1) : Math.round(value)} ${UNITS[power] ?? "B"}`;
};
