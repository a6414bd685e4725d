import type { Insights } from "@beatpass/shared/contracts";
import { useState } from "preact/hooks";

/** Which track this is about: cover, title, who made it. */
export function Subject({ subject: { title, artists, image } }: { subject: Insights["subject"] }) {
  return (
    <div class="subject">
      {image && /^https?:\/\//.test(image) && <Cover key={image} image={image} />}
      <div class="subject-words">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p class="muted">
          {artists.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** A cover that cannot be fetched leaves no hole. */
function Cover({ image }: { image: string }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  return <img class="subject-cover" src={image} alt="" referrerpolicy="no-referrer" onError={() => setBroken(true)} />;
}
