import type { Locale } from "@beatpass/shared/contracts";
import { achievementsEn } from "./achievements.en.ts";
import { achievementsFr } from "./achievements.fr.ts";
import { adminEn } from "./admin.en.ts";
import { adminFr } from "./admin.fr.ts";
import { announcementsEn } from "./announcements.en.ts";
import { announcementsFr } from "./announcements.fr.ts";
import { answersEn } from "./answers.en.ts";
import { answersFr } from "./answers.fr.ts";
import { attentionEn } from "./attention.en.ts";
import { attentionFr } from "./attention.fr.ts";
import { boardsEn } from "./boards.en.ts";
import { boardsFr } from "./boards.fr.ts";
import { browserNewsEn } from "./browser-news.en.ts";
import { browserNewsFr } from "./browser-news.fr.ts";
import { catalogPagesEn } from "./catalog-pages.en.ts";
import { catalogPagesFr } from "./catalog-pages.fr.ts";
import { changesEn } from "./changes.en.ts";
import { changesFr } from "./changes.fr.ts";
import { commandsEn } from "./commands.en.ts";
import { commandsFr } from "./commands.fr.ts";
import { communityAdminEn } from "./community-admin.en.ts";
import { communityAdminFr } from "./community-admin.fr.ts";
import { compareEn } from "./compare.en.ts";
import { compareFr } from "./compare.fr.ts";
import { connectEn } from "./connect.en.ts";
import { connectFr } from "./connect.fr.ts";
import { dashboardEn } from "./dashboard.en.ts";
import { dashboardFr } from "./dashboard.fr.ts";
import { deniedEn } from "./denied.en.ts";
import { deniedFr } from "./denied.fr.ts";
import { digestEn } from "./digest.en.ts";
import { digestFr } from "./digest.fr.ts";
import { extensionEn } from "./extension.en.ts";
import { extensionFr } from "./extension.fr.ts";
import { figuresEn } from "./figures.en.ts";
import { figuresFr } from "./figures.fr.ts";
import { financesEn } from "./finances.en.ts";
import { financesFr } from "./finances.fr.ts";
import { homeEn } from "./home.en.ts";
import { homeFr } from "./home.fr.ts";
import { inPageEn } from "./in-page.en.ts";
import { inPageFr } from "./in-page.fr.ts";
import { insightsEn } from "./insights.en.ts";
import { insightsFr } from "./insights.fr.ts";
import { linkFormsEn } from "./link-forms.en.ts";
import { linkFormsFr } from "./link-forms.fr.ts";
import { linkingEn } from "./linking.en.ts";
import { linkingFr } from "./linking.fr.ts";
import { noticesEn } from "./notices.en.ts";
import { noticesFr } from "./notices.fr.ts";
import { notificationsEn } from "./notifications.en.ts";
import { notificationsFr } from "./notifications.fr.ts";
import { optionsEn } from "./options.en.ts";
import { optionsFr } from "./options.fr.ts";
import { pageWordsEn } from "./page-words.en.ts";
import { pageWordsFr } from "./page-words.fr.ts";
import { popupEn } from "./popup.en.ts";
import { popupFr } from "./popup.fr.ts";
import { progressEn } from "./progress.en.ts";
import { progressFr } from "./progress.fr.ts";
import { readingEn } from "./reading.en.ts";
import { readingFr } from "./reading.fr.ts";
import { salesEn } from "./sales.en.ts";
import { salesFr } from "./sales.fr.ts";
import { settingsEn } from "./settings.en.ts";
import { settingsFr } from "./settings.fr.ts";
import { tokenEn } from "./token.en.ts";
import { tokenFr } from "./token.fr.ts";
import { wordsEn } from "./words.en.ts";
import { wordsFr } from "./words.fr.ts";

const en = {
  ...achievementsEn,
  ...adminEn,
  ...announcementsEn,
  ...answersEn,
  ...attentionEn,
  ...browserNewsEn,
  ...catalogPagesEn,
  ...boardsEn,
  ...changesEn,
  ...commandsEn,
  ...compareEn,
  ...communityAdminEn,
  ...connectEn,
  ...dashboardEn,
  ...deniedEn,
  ...digestEn,
  ...extensionEn,
  ...figuresEn,
  ...financesEn,
  ...homeEn,
  ...inPageEn,
  ...insightsEn,
  ...linkFormsEn,
  ...linkingEn,
  ...noticesEn,
  ...notificationsEn,
  ...optionsEn,
  ...pageWordsEn,
  ...popupEn,
  ...progressEn,
  ...salesEn,
  ...readingEn,
  ...settingsEn,
  ...tokenEn,
  ...wordsEn,
};

const fr = {
  ...achievementsFr,
  ...adminFr,
  ...announcementsFr,
  ...answersFr,
  ...attentionFr,
  ...browserNewsFr,
  ...catalogPagesFr,
  ...boardsFr,
  ...changesFr,
  ...commandsFr,
  ...compareFr,
  ...communityAdminFr,
  ...connectFr,
  ...dashboardFr,
  ...deniedFr,
  ...digestFr,
  ...extensionFr,
  ...figuresFr,
  ...financesFr,
  ...homeFr,
  ...inPageFr,
  ...insightsFr,
  ...linkFormsFr,
  ...linkingFr,
  ...noticesFr,
  ...notificationsFr,
  ...optionsFr,
  ...pageWordsFr,
  ...popupFr,
  ...progressFr,
  ...salesFr,
  ...readingFr,
  ...settingsFr,
  ...tokenFr,
  ...wordsFr,
};

/** Every text has a key; the English catalog names them all. */
export type MessageKey = keyof typeof en;

/** ICU MessageFormat by locale and key. */
export const CATALOGS: Record<Locale, Record<MessageKey, string>> = { en, fr };
