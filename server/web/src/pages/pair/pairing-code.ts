const LENGTH = 8;

/** A code as people type it, in the form it was given out: letters and digits in capitals. */
export const readCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");

/** As it is shown: in two halves. */
export const writeCode = (code: string): string =>
  code.length === LENGTH ? `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}` : code;
