import { useEffect } from "preact/hooks";

const LOOK_EVERY_MS = 3000;

/**
 * Loads everything anew as soon as a server that was away answers again. One that answers at the first look is not what
 * is wrong, and is left alone: a page that cannot be drawn would load for ever.
 */
export function useReloadOnReturn(isBroken: boolean): void {
  useEffect(() => {
    if (!isBroken) return undefined;
    let wasAway = false;
    const look = async () => {
      if (!(await answers())) wasAway = true;
      else if (wasAway) location.reload();
      else clearInterval(timer);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    void look();
    return () => clearInterval(timer);
  }, [isBroken]);
}

const answers = (): Promise<boolean> =>
  fetch("/health").then(
    ({ ok }) => ok,
    () => false,
  );
