import { Link } from "wouter-preact";
import { usePageTitle } from "./use-page-title.ts";

/** A page that has nothing to show: says why, and the way on if there is one. */
export function DeadEnd(props: { title: string; body: string; way?: { name: string; href: string } }) {
  const { title, body, way } = props;
  usePageTitle(title);
  return (
    <section class="panel dead-end">
      <h1>{title}</h1>
      <p class="muted">{body}</p>
      {way && (
        <Link href={way.href} className="button primary">
          {way.name}
        </Link>
      )}
    </section>
  );
}
