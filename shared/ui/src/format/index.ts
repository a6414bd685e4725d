export * from "./countries.ts";
export * from "./dates.ts";
export * from "./listeners.ts";
export * from "./numbers.ts";
