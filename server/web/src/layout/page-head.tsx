import { Age } from "./age.tsx";
import { usePageTitle } from "./use-page-title.ts";

/** A page's name, and how fresh its figures are once there are any. */
export function PageHead({ title, asOf }: { title: string; asOf: string | undefined }) {
  usePageTitle(title);
  return (
    <div class="page-head">
      <h1>{title}</h1>
      {asOf && <Age asOf={asOf} />}
    </div>
  );
}
