import { isMessageKey } from "@beatpass/messages";
import { useEffect, useState } from "preact/hooks";
import type { StoredItem } from "../../messaging/protocol.ts";
import { send } from "../../messaging/send.ts";
import type { View } from "../../messaging/view.ts";
import type { Settings } from "../../storage/settings.ts";
import { locale, t } from "../translate.ts";

/** Everything that is kept in this browser, in words and sizes, and the way to be rid of it. */
export function StoredSection({ view, settings }: { view: View; settings: Settings }) {
  const [items, setItems] = useState<StoredItem[]>();
  const [isAsking, setAsking] = useState(false);
  // What is kept changes with these.
  useEffect(() => void send({ type: "storage.list" }).then(setItems), [view, settings]);
  const clear = async () => {
    setAsking(false);
    await send({ type: "everything.clear" });
    setItems(await send({ type: "storage.list" }));
  };
  return (
    <section class="panel">
      <h2>{t("options.stored.title")}</h2>
      <p class="muted">{t("options.stored.body")}</p>
      {items?.length === 0 && <p>{t("options.stored.none")}</p>}
      {items && items.length > 0 && (
        <dl class="stored">
          {items.map(({ name, bytes }) => (
            <div key={name}>
              <dt>{describe(name)}</dt>
              <dd>{sizeText(bytes)}</dd>
            </div>
          ))}
        </dl>
      )}
      {isAsking ? (
        <div class="asking" role="alertdialog" aria-label={t("options.clear")}>
          <p>{t("options.clear.confirm")}</p>
          <button type="button" class="bp-button" onClick={() => void clear()}>
            {t("options.clear.yes")}
          </button>
          <button type="button" class="bp-button bp-button-quiet" onClick={() => setAsking(false)}>
            {t("options.clear.no")}
          </button>
        </div>
      ) : (
        <button type="button" class="bp-button bp-button-quiet aside" onClick={() => setAsking(true)}>
          {t("options.clear")}
        </button>
      )}
    </section>
  );
}

function describe(name: string): string {
  const key = `options.stored.${name}`;
  return isMessageKey(key) ? t(key) : name;
}

const sizeText = (bytes: number): string =>
  new Intl.NumberFormat(locale, {
    style: "unit",
    unit: bytes < 1000 ? "byte" : "kilobyte",
    unitDisplay: bytes < 1000 ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes < 1000 ? bytes : bytes / 1000);
