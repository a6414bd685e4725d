import "./without-eval.ts";
import "@beatpass/ui/styles/font.css";
import "@beatpass/ui/styles/ui.css";
import "./styles/page.css";
import "./styles/listing.css";
import "./styles/layout.css";
import "./styles/paper.css";
import { QueryClientProvider } from "@tanstack/preact-query";
import { render } from "preact";
import { createQueryClient } from "./api/create-query-client.ts";
import { App, loadPagesWhenIdle } from "./app.tsx";
import { LanguageProvider } from "./settings/language.tsx";
import { applyTheme, lightOnPaper } from "./settings/theme.ts";

applyTheme();
lightOnPaper();
const root = document.getElementById("app");
if (root) {
  loadPagesWhenIdle();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </QueryClientProvider>,
    root,
  );
}
