import type { LevelRoles, Places } from "@beatpass/shared/contracts";
import { useLanguage } from "../../settings/language.tsx";
import type { Draft } from "./draft.ts";

const MOST = 25;
const STEP = 5;

/** Discord roles by level, with what keeps the bot from giving them. */
export function RolesSection({ settings, change, places }: Draft & { places: Places | undefined }) {
  const { t } = useLanguage();
  const { mode, roles } = settings.levelRoles ?? { mode: "stack" as const, roles: [] };
  const set = (next: LevelRoles) => change({ levelRoles: next.roles.length === 0 ? null : next });
  const free = places?.roles.filter(({ id }) => !roles.some(({ roleId }) => roleId === id)) ?? [];
  const choosable = free.filter(isChoosable);
  const next = choosable.findLast(({ assignable }) => assignable) ?? choosable[0];
  const lacksRight = places?.roles.some(({ barred }) => barred === "no-right");
  return (
    <section class="panel settings-section">
      <h2>{t("community.roles")}</h2>
      <p class="muted">{t("community.roles.hint")}</p>
      {roles.length === 0 ? <p>{t("community.roles.none")}</p> : null}
      <ul class="level-roles" hidden={roles.length === 0}>
        {roles.map((role, index) => (
          <LevelRole
            key={role.roleId}
            role={role}
            places={places}
            choices={free}
            onChange={(changed) => set({ mode, roles: roles.map((one, at) => (at === index ? changed : one)) })}
            onRemove={() => set({ mode, roles: roles.filter((_one, at) => at !== index) })}
          />
        ))}
      </ul>
      {next && roles.length < MOST && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            const level = Math.min(100, Math.max(0, ...roles.map((role) => role.level)) + STEP);
            set({ mode, roles: [...roles, { level, roleId: next.id }] });
          }}
        >
          {t("community.roles.add")}
        </button>
      )}
      {roles.length > 1 && (
        <fieldset class="role-mode">
          {(["stack", "replace"] as const).map((one) => (
            <label key={one} class="check">
              <input type="radio" name="role-mode" checked={mode === one} onChange={() => set({ mode: one, roles })} />
              <span>{t(`community.roles.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {lacksRight && <p class="warn">⚠ {t("community.roles.no-right")}</p>}
      {places && !places.mayManageRoles && roles.length > 0 && <p class="warn">⚠ {t("community.roles.denied")}</p>}
    </section>
  );
}

type Role = LevelRoles["roles"][number];

/** Whether a role is chosen that is not to be given, so that saving the list is refused. */
export const choosesBarred = (levelRoles: LevelRoles | null | undefined, places: Places | undefined): boolean =>
  (places?.roles ?? []).some((one) => !isChoosable(one) && levelRoles?.roles.some(({ roleId }) => roleId === one.id));

/** What stands above the bot may be chosen before the bot is moved. */
const isChoosable = ({ barred }: Places["roles"][number]): boolean => barred === undefined || barred === "above-bot";

function LevelRole(props: {
  role: Role;
  places: Places | undefined;
  choices: Places["roles"];
  onChange: (role: Role) => void;
  onRemove: () => void;
}) {
  const { t } = useLanguage();
  const { role, places, choices, onChange, onRemove } = props;
  const own = places?.roles.find(({ id }) => id === role.roleId);
  return (
    <li class="level-role">
      <label class="form-field level-role-level">
        <span>{t("community.roles.level")}</span>
        <input
          class="field"
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={100}
          value={role.level}
          onInput={({ currentTarget }) => {
            if (currentTarget.validity.valid) onChange({ ...role, level: currentTarget.valueAsNumber });
          }}
        />
      </label>
      <label class="form-field level-role-name">
        <span>{t("community.roles.role")}</span>
        <select
          class="field"
          value={role.roleId}
          disabled={!places}
          onChange={({ currentTarget }) => onChange({ ...role, roleId: currentTarget.value })}
        >
          <option value={role.roleId}>{own?.name ?? role.roleId}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id} disabled={!isChoosable(one)}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button small" onClick={onRemove}>
        {t("community.roles.remove")}
        <span class="hidden-text"> {own?.name}</span>
      </button>
      {own?.barred && own.barred !== "no-right" && (
        <p class="warn level-role-note">⚠ {t(`community.roles.${own.barred}`, { role: own.name })}</p>
      )}
    </li>
  );
}
