/** Errors of the file system, by what the clerk can do about them. */
export const fileErrors = {} as const;
