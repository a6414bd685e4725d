import { Link } from "wouter-preact";
import { usePageTitle } from "./use-page-title.ts";

type Way = { name: string; href: string };

/** A page that has nothing to show: says why, and the way on if there is one, or two. */
export function DeadEnd(props: { title: string; body: string; way?: Way; other?: Way }) {
  const { title, body, way, other } = props;
  usePageTitle(title);
  return (
    <section class="panel dead-end">
      <h1>{title}</h1>
      <p class="muted">{body}</p>
      <div class="dead-end-ways">
        {way && (
          <Link href={way.href} className="button primary">
            {way.name}
          </Link>
        )}
        {other && (
          <Link href={other.href} className="button">
            {other.name}
          </Link>
        )}
      </div>
    </section>
  );
}
