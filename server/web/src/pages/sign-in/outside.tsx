import type { ComponentChildren } from "preact";
import { Choices } from "../../layout/choices.tsx";
import { Logo } from "../../layout/logo.tsx";

/** Around the pages for those who are not signed in. */
export const Outside = ({ children }: { children: ComponentChildren }) => (
  <div class="outside">
    <main class="outside-main">
      <p class="brand large">
        <Logo size={36} />
        <span>
          BeatPass <span class="brand-second">Companion</span>
        </span>
      </p>
      {children}
    </main>
    <footer>
      <Choices />
    </footer>
  </div>
);
