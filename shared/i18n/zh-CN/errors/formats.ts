/** Errors of decoding foreign files. */
export const formatErrors = {} as const;
