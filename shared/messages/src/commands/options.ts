import { BOARD_SCOPES, NEWS_PERIODS } from "@beatpass/shared/contracts";
import { CATEGORIES } from "@beatpass/shared/rules";
import type { CommandOption } from "./command.ts";

export const CATEGORY_OPTION = {
  name: "category",
  description: "command.category.description",
  takes: "choice",
  choices: CATEGORIES.map((value) => ({ value, label: `category.${value}` as const })),
} as const satisfies CommandOption;

export const PERIOD_OPTION = {
  name: "period",
  description: "command.period.description",
  takes: "choice",
  choices: NEWS_PERIODS.map((value) => ({
    value,
    label: value === "season" ? ("command.period.season" as const) : (`period.${value}` as const),
  })),
} as const satisfies CommandOption;

export const AMONG_OPTION = {
  name: "among",
  description: "command.among.description",
  takes: "choice",
  choices: BOARD_SCOPES.map((value) => ({ value, label: `command.among.${value}` as const })),
} as const satisfies CommandOption;
