import type { Session } from "@beatpass/shared/contracts";
import type { Section } from "../../layout/section.ts";
import { SectionsPage } from "../../layout/sections-page.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { attentionSection } from "./attention-section.tsx";
import { claimsSection } from "./claims-section.tsx";
import { communitiesSection } from "./communities-section.tsx";
import { demoSection } from "./demo-section.tsx";
import { keysSection } from "./keys-section.tsx";
import { accountsSection } from "./people/accounts-section.tsx";
import "./admin.css";

const SECTIONS: readonly Section[] = [
  attentionSection,
  claimsSection,
  accountsSection,
  keysSection,
  communitiesSection,
  demoSection,
];

/** What whoever runs the server decides: who is in, which artist is whose, what reads and writes. */
export function AdminPage({ session }: { session: Session }) {
  const { t } = useLanguage();
  return <SectionsPage title={t("nav.admin")} session={session} sections={SECTIONS} />;
}
