// Choosing what somebody may do: roles as chips, and for a store or a partner the one place it may see.
import { useTranslation } from 'react-i18next';
import { roles } from '~/platform/session';
import type { Role } from '~/platform/session';
import { Choices } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { placeRoleOf, type Places } from './places';
import { placeIn, withPlace, withRoles, type Rights } from './rights';

export interface RightsFieldsProps {
  rights: Rights;
  places: Places;
  errors?: Readonly<Record<string, string>>;
  onChange: (rights: Rights) => void;
}

export function RightsFields({ rights, places, errors = {}, onChange }: RightsFieldsProps) {
  const { t } = useTranslation('access');
  const role = placeRoleOf(rights.roles);
  return (
    <>
      <Choices
        label={t('users.roles')}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        value={rights.roles}
        hint={role && t(`places.${role}.hint`)}
        error={errors['roles'] ?? errors['location'] ?? errors['partner']}
        onChange={(chosen) => {
          onChange(withRoles(rights, chosen as Role[]));
        }}
      />
      {role && (
        <Select
          label={t(`places.${role}.label`)}
          value={placeIn(rights) ?? ''}
          empty={t('places.choose')}
          options={places.options}
          hint={places.options.length === 0 ? t(`places.${role}.none`) : undefined}
          error={errors['place']}
          onChange={(place) => {
            onChange(withPlace(rights, place));
          }}
        />
      )}
    </>
  );
}
