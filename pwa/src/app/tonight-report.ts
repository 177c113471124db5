/** The report of 「今晚能放吗」 as the study room shows it: fetched when somebody asks for it there. */
export const loadTonightReport = async () =>
  (await import("../features/pre-flight/tonight-report.tsx")).TonightReport;
