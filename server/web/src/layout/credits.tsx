import type { NamedRef } from "@beatpass/shared/contracts";

/** The credited artists, each in its own writing direction. */
export const Credits = ({ artists }: { artists: readonly NamedRef[] }) => (
  <span class="credits">
    {artists.map(({ id, name }, index) => (
      <span key={id}>
        {index > 0 && ", "}
        <bdi>{name}</bdi>
      </span>
    ))}
  </span>
);
