export { type AnnouncementLines, announcementLines } from "./announcements/lines.ts";
export { CATALOGS, type MessageKey } from "./catalog/index.ts";
export { type MetricWords, metricWords } from "./metrics/metric-words.ts";
export { type StatsContext, type StatsLines, statsLines } from "./stats/lines.ts";
export { createTranslator, isMessageKey, type MessageValues, type Translate } from "./translator.ts";
export { cleanText } from "./wording/clean-text.ts";
export { percentText, periodName, scoreText } from "./wording/figures.ts";
export { moneyText } from "./wording/money.ts";
export { whenText } from "./wording/when.ts";
