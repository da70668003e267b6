/** Does this reader's own system use a clock of twelve hours? */
export const hour12 = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 ?? true;
