export { CATALOGS, type MessageKey } from "./catalog/index.ts";
export { createTranslator, isMessageKey, type MessageValues, type Translate } from "./translator.ts";
