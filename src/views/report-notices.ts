/** For whoever exported a report that they alone saw. */
export function reportSentNotice(): string {
  return 'I sent you the report as a direct message. Its thread has the page and the table.';
}

/** For whoever exported a report that stands in a channel or a direct message. */
export function filesSentNotice(): string {
  return 'The page and the table are in the thread of this report.';
}

/** The direct message waits its turn. */
export function reportLaterNotice(): string {
  return 'The report is on its way to you as a direct message. Press “Export” under it once it is there.';
}
