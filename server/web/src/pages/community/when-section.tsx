import type { ChatPlatform, QuietHours } from "@beatpass/shared/contracts";
import { TimeZoneOptions } from "../../layout/time-zone-options.tsx";
import type { Draft } from "./draft.ts";
import { Check, Field, NumberField } from "./field.tsx";
import { usePlatformWords } from "./platform-words.ts";

const NIGHT: QuietHours = { from: "22:00", to: "08:00" };

type Props = Draft & { platform: ChatPlatform };

/** In which hours, and how often a day. */
export function WhenSection({ platform, settings, change }: Props) {
  const t = usePlatformWords(platform);
  const quiet = settings.quietHours;
  return (
    <section class="panel settings-section">
      <h2>{t("community.when")}</h2>
      <div class="field-grid">
        <TimeZoneField {...{ platform, settings, change }} />
        <NumberField
          label={t("community.daily")}
          hint={t("community.daily.hint")}
          value={settings.dailyPosts}
          min={0}
          max={100}
          onChange={(dailyPosts) => change({ dailyPosts })}
        />
      </div>
      <Check
        label={t("community.quiet")}
        hint={t("community.quiet.hint")}
        checked={quiet !== null}
        onChange={(isOn) => change({ quietHours: isOn ? NIGHT : null })}
      />
      {quiet && <QuietHoursFields platform={platform} quiet={quiet} change={change} />}
    </section>
  );
}

function TimeZoneField({ platform, settings, change }: Props) {
  const t = usePlatformWords(platform);
  return (
    <Field label={t("community.time_zone")}>
      {(control) => (
        <select
          {...control}
          class="field"
          value={settings.timeZone}
          onChange={({ currentTarget }) => change({ timeZone: currentTarget.value })}
        >
          <TimeZoneOptions set={settings.timeZone} />
        </select>
      )}
    </Field>
  );
}

type QuietProps = Pick<Props, "platform" | "change"> & { quiet: QuietHours };

function QuietHoursFields({ platform, quiet, change }: QuietProps) {
  const t = usePlatformWords(platform);
  return (
    <div class="field-grid">
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={t(`community.quiet.${end}`)}>
          {(control) => (
            <input
              {...control}
              class="field"
              type="time"
              required
              value={quiet[end]}
              onInput={({ currentTarget }) => {
                if (currentTarget.validity.valid)
                  change({ quietHours: { ...quiet, [end]: currentTarget.value.slice(0, 5) } });
              }}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
