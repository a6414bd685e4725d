import type { extensionEn } from "./extension.en.ts";

export const extensionFr = {} as const satisfies Record<keyof typeof extensionEn, string>;
