export const extensionEn = {} as const;
