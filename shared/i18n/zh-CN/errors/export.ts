/** Errors of the export pipeline. */
export const exportErrors = {} as const;
