import { useState } from "preact/hooks";

/** A cover; without one, or where it cannot be fetched, the first letter of the title. */
export function Cover({ image, title }: { image: string | undefined; title: string }) {
  const [broken, setBroken] = useState<string>();
  if (image === undefined || image === broken || !/^https?:\/\//.test(image)) {
    return (
      <span class="cover cover-letter" aria-hidden="true">
        {firstLetter(title)}
      </span>
    );
  }
  return (
    <img
      class="cover"
      src={image}
      alt=""
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setBroken(image)}
    />
  );
}

/** What a reader takes for one letter, be it an emoji of five code points. */
const firstLetter = (title: string): string =>
  [...new Intl.Segmenter().segment(title.trim())][0]?.segment.toUpperCase() ?? "";
