import { useLanguage } from "../settings/language.tsx";
import { RemoveDemo } from "./remove-demo.tsx";

/** On every page while the signed-in producer is made up: says so, and takes the demo away. */
export function DemoBanner() {
  const { t } = useLanguage();
  return (
    <aside class="demo-banner" aria-label={t("demo.banner.label")}>
      <p>{t("demo.banner")}</p>
      <RemoveDemo path="/v1/demo" class="button small" />
    </aside>
  );
}
