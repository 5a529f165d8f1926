/** Doubtful places that the reader of plans reports. */
export const warnings = {} as const;
