import { useEffect, useState } from "preact/hooks";

const EVERY_MS = 30_000;

/** The time, for ages such as "2 minutes ago"; it moves on by itself. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
