import { useState } from "preact/hooks";
import { keptChoice } from "./kept-choice.ts";

export const THEMES = ["system", "dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

const kept = keptChoice("beatpass.theme", THEMES);

/** Puts the kept theme on the page; to be called before anything is drawn. */
export function applyTheme(theme: Theme = kept.read() ?? "system"): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Paper is light, whatever the screen is: charts are drawn anew with its colours before they are printed. */
export function lightOnPaper(): void {
  const { dataset } = document.documentElement;
  addEventListener("beforeprint", () => {
    dataset.theme = "light";
  });
  addEventListener("afterprint", () => applyTheme());
}

/** The theme that was chosen, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => kept.read() ?? "system");
  return [
    theme,
    (chosen) => {
      kept.write(chosen);
      applyTheme(chosen);
      setTheme(chosen);
    },
  ];
}
