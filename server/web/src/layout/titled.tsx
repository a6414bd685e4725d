import type { NamedRef } from "@beatpass/shared/contracts";
import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { Cover } from "./cover.tsx";
import { Credits } from "./credits.tsx";

/** A track or album in a list: cover, title that leads to its insights, who made it. */
export function Titled(props: {
  href: string;
  title: string;
  image: string | undefined;
  artists: readonly NamedRef[];
  more?: ComponentChildren;
}) {
  const { href, title, image, artists, more } = props;
  return (
    <span class="titled">
      <Cover image={image} title={title} />
      <span class="titled-words">
        <Link href={href} className="titled-title">
          <bdi>{title}</bdi>
        </Link>
        <span class="titled-artists">
          <Credits artists={artists} />
          {more}
        </span>
      </span>
    </span>
  );
}
